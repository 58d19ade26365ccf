using System.Globalization;
using Overfit;

namespace Article;

/// <summary>What may and what may not be concluded, in words; every number is computed.</summary>
internal static class Conclusions
{
    /// <summary>The points are y = 2x + 1 plus normal noise of this standard deviation.</summary>
    private const double NoiseDeviation = 2;

    public static IEnumerable<string> Of(Points points, SeedsReport seeds)
    {
        int rows = points.Validation.Count, trained = points.Training.Count;
        double floor = NoiseDeviation * NoiseDeviation;
        ChiSquare law = new(rows);
        double low = floor * law.Quantile(0.025) / rows, high = floor * law.Quantile(0.975) / rows;

        // A straight line fitted to n points: the training residuals are chi-square with n - 2 degrees of freedom, and the
        // variance of a new error is (1 + 2 / n) of the noise's. Whose mean square is smaller is a question of an F ratio.
        double below = new FisherF(rows, trained - 2).Cdf((trained - 2.0) / trained / (1 + (2.0 / trained)));
        SeedsRow plain = seeds.Rows[0], penalized = seeds.Rows[1], normalized = seeds.Rows[2], recalibrated = seeds.Rows[3];

        yield return Words(
            $"No model can do better than the noise: its variance, {floor:0}, is the mean squared error of the true line. But {rows} points measure it badly: the validation loss of a perfect model lies between {low:0.00} and {high:0.00} in 95 % of all splits. A validation loss of {plain.Validation.Mean:0.0} below {floor:0} is luck of the split, not skill, and differences of tenths between two models on one split of {rows} points cannot be told from it.");
        yield return Words(
            $"A validation loss below the training loss is no miracle and no sign of generalization: for a straight line fitted to {trained} points it happens in {100 * below:0} % of all splits.");
        yield return Words(
            $"The L2 penalty cannot be judged by what Keras prints, which contains the penalty itself. Measured without it, the mean validation loss over the seeds is {penalized.Validation.Mean:0.000} with and {plain.Validation.Mean:0.000} without the penalty: on this one split, a difference of {Math.Abs(penalized.Validation.Mean - plain.Validation.Mean):0.000}, far below what another split would change.");
        yield return Words(
            $"That batch normalization improves generalization fails on the article's own data: {normalized.Validation.Mean:0.0} against {plain.Validation.Mean:0.0}. With three steps an epoch the moving statistics lag behind the weights, and inference uses them. Exact statistics of the training part bring the same weights to {recalibrated.Validation.Mean:0.0}: better, and still not below the plain network.");
        yield return "Seeds are not data: the intervals above say how much initial weights and batches matter on this split. What another sample of points would change, they do not say; that takes new splits, such as repeated cross-validation.";
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
