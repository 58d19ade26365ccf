namespace Overfit.Tests.Losses;

/// <summary>What every loss owes the trainer, at sizes that do and do not fill vectors.</summary>
public sealed class LossTests
{
    private const double Unit = 1.0 / (1 << 24);

    // What float32 exponentials do to a row's loss or to a probability: 2 units by exp, and by the rounding of z - max z at
    // most the logarithm of the number of classes, 3.5 for 33. Everything else is double.
    private const double Exponentials = 6 * Unit;

    public static TheoryData<string> Names => LossSample.Names;

    public static TheoryData<string, int, int> NamesAndSizes
    {
        get
        {
            TheoryData<string, int, int> data = [];
            foreach (string name in LossSample.Losses.Keys)
            {
                foreach ((int rows, int width) in new[] { (1, 2), (3, 3), (5, 7), (2, 8), (9, 10), (4, 33) })
                {
                    data.Add(name, rows, width);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndSizes))]
    public void Sum_is_the_textbook_s(string name, int rows, int width)
    {
        LossSample sample = LossSample.Draw(name, rows, width);
        double expected = ReferenceLoss.Mean(sample.Loss, Widened(sample.Scores), sample.Targets, rows);
        double actual = sample.Loss.Sum(sample.Scores, sample.Targets, rows) / rows;
        Assert.InRange(actual, expected - Exponentials, expected + Exponentials);
    }

    // A central difference with step 1e-5 is off by the third derivative times 1e-10 / 6 and by double's rounding, 1e-15 times
    // the loss over the step: together below 1e-9. The gradient itself is float32.
    [Theory]
    [MemberData(nameof(NamesAndSizes))]
    public void Gradient_is_the_derivative_of_the_mean(string name, int rows, int width)
    {
        LossSample sample = LossSample.Draw(name, rows, width);
        float[] gradient = new float[sample.Scores.Length];
        sample.Loss.SumAndGradient(sample.Scores, sample.Targets, rows, gradient);
        double[] scores = Widened(sample.Scores);
        for (int i = 0; i < scores.Length; i++)
        {
            double expected = ReferenceLoss.Slope(sample.Loss, scores, sample.Targets, rows, i);
            double tolerance = 1e-9 + (Exponentials / rows) + (Unit * Math.Abs(expected));
            Assert.InRange(gradient[i], expected - tolerance, expected + tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndSizes))]
    public void Both_sums_are_the_same_bits(string name, int rows, int width)
    {
        LossSample sample = LossSample.Draw(name, rows, width);
        double sum = sample.Loss.Sum(sample.Scores, sample.Targets, rows);
        Assert.Equal(sum, sample.Loss.SumAndGradient(sample.Scores, sample.Targets, rows, new float[sample.Scores.Length]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated(string name)
    {
        LossSample sample = LossSample.Draw(name, rows: 128, width: 10);
        float[] gradient = new float[sample.Scores.Length];
        double sum = sample.Loss.Sum(sample.Scores, sample.Targets, sample.Rows); // fills the pool that scratch is rented from
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            sum += sample.Loss.SumAndGradient(sample.Scores, sample.Targets, sample.Rows, gradient);
            sum += sample.Loss.Sum(sample.Scores, sample.Targets, sample.Rows);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(double.IsFinite(sum));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_score_that_is_no_number_is_not_hidden(string name)
    {
        LossSample sample = LossSample.Draw(name, rows: 5, width: 7);
        sample.Scores[17] = float.NaN;
        Assert.True(double.IsNaN(sample.Loss.Sum(sample.Scores, sample.Targets, sample.Rows)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_own_samples_fit(string name)
    {
        LossSample sample = LossSample.Draw(name, rows: 4, width: 33);
        int width = sample.Targets.Length / sample.Rows;
        for (int row = 0; row < sample.Rows; row++)
        {
            Assert.Null(sample.Loss.Misfit(sample.Targets.AsSpan(row * width, width), outputs: 33));
        }
    }

    private static double[] Widened(float[] values) => Array.ConvertAll(values, value => (double)value);
}
