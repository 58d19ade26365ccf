using Overfit;

namespace Article;

/// <summary>What may and what may not be concluded, in words; every number is computed.</summary>
internal static class Conclusions
{
    private const double NoiseVariance = Points.NoiseDeviation * Points.NoiseDeviation;

    public static IEnumerable<string> Of(Points points, SeedsReport seeds)
    {
        int trained = points.Training.Count, validated = points.Validation.Count;
        double plain = seeds.Plain.Validation.Mean;
        (double lowest, double highest) = LossesOfTheLine(validated);
        yield return Noise(validated, plain);
        yield return Gap(trained, validated);
        yield return Penalty(seeds);
        yield return Normalization(trained, seeds, hasFoundTheLine: plain >= lowest && plain <= highest);
        yield return Seeds(seeds.Plain.Validation.Count);
    }

    /// <summary>Between what mean squared errors of the true line lie on 95 % of all splits with so many points.</summary>
    private static (double Lowest, double Highest) LossesOfTheLine(int rows)
    {
        // The squared errors of the true line are the noise's squares: their sum over its variance is chi-square.
        ChiSquare law = new(rows);
        return (NoiseVariance * law.Quantile(0.025) / rows, NoiseVariance * law.Quantile(0.975) / rows);
    }

    private static string Noise(int rows, double plain)
    {
        (double lowest, double highest) = LossesOfTheLine(rows);
        double deviation = NoiseVariance * Math.Sqrt(2.0 / rows);
        string verdict = plain < lowest || plain > highest ? "outside: it has not found the line"
            : plain < NoiseVariance ? $"inside, and below {NoiseVariance:0} by luck of the split, not by skill"
            : "inside";
        return $"No model can expect less than the noise's variance, {NoiseVariance:0}: that is the mean squared error of the "
            + $"true line. But {rows} points measure it badly. The validation loss of a perfect model has a standard deviation of "
            + $"{deviation:0.00} between splits; it lies between {lowest:0.00} and {highest:0.00} on 95 % of them, and one split "
            + $"cannot settle smaller differences between models. The plain network's {plain:0.00} lies {verdict}.";
    }

    private static string Gap(int trained, int validated)
    {
        // A straight line fitted to n points: the training residuals are chi-square with n - 2 degrees of freedom, and the
        // variance of a new error is (1 + 2 / n) of the noise's. Whose mean square is smaller is a question of an F ratio.
        double below = new FisherF(validated, trained - 2).Cdf((trained - 2.0) / trained / (1 + (2.0 / trained)));
        return "A validation loss below the training loss is no miracle and no sign of generalization: for a straight line "
            + $"fitted to {trained} of such points it happens on {100 * below:0} % of all splits.";
    }

    private static string Penalty(SeedsReport seeds)
    {
        double penalized = seeds.Penalized.Validation.Mean, plain = seeds.Plain.Validation.Mean;
        return "L2 cannot be judged by what Keras prints as loss and val_loss: both contain the penalty, so that they are not "
            + $"comparable with those of a net without one. Without it the mean validation loss is {penalized:0.000} with L2 and "
            + $"{plain:0.000} without: a difference of {penalized - plain:+0.000;-0.000;0.000} on this one split.";
    }

    private static string Normalization(int trained, SeedsReport seeds, bool hasFoundTheLine)
    {
        double normalized = seeds.Normalized.Validation.Mean, plain = seeds.Plain.Validation.Mean;
        double recalibrated = seeds.Recalibrated.Validation.Mean;
        int batchSize = new TrainingOptions().BatchSize, steps = (trained + batchSize - 1) / batchSize;
        double momentum = new NormalizedRegressor(seed: 0).Layers.OfType<BatchNormalizationLayer>().First().Momentum;
        double initial = Math.Pow(momentum, 10 * steps);
        string claim = hasFoundTheLine && normalized > plain
            ? $"That batch normalization helps, the article's third claim, fails on its own data: {normalized:0.00} against "
                + $"{plain:0.00}."
            : $"Batch normalization ends at {normalized:0.00}, the plain network at {plain:0.00}"
                + (hasFoundTheLine ? "." : ", which has not found the line: of the article's third claim that says nothing.");
        string effect = recalibrated >= normalized ? "no better; the statistics are not what is wrong"
            : recalibrated < plain ? "better, and below the plain network"
            : "better, and still not below the plain network";
        return $"{claim} With {steps} steps an epoch the moving statistics, which inference uses, lag behind the weights: after "
            + $"10 epochs {100 * initial:0} % of their value is still the initial one. Exact statistics of the training part take "
            + $"the same weights to {recalibrated:0.00}: {effect}.";
    }

    private static string Seeds(int count) => count == 1
        ? "One seed tells nothing of others, and one split nothing of other splits: use more seeds, and cross-validation."
        : "Seeds are not data: the intervals say what initial weights and batches change on this split. What another sample of "
            + "points would change they do not say; that takes new splits, such as repeated cross-validation.";
}
