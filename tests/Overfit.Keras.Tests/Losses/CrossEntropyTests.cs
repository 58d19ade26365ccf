namespace Overfit.Keras.Losses;

/// <summary>
/// Cross-entropies against Keras in float64 with logits. Only the exponentials are float32 here. With a unit of 2^-24, rounding
/// d = z - max z makes exp(d) wrong by |d| units of itself, and the exponential by 2.3 more (measured). The logarithm of their
/// sum is wrong by the mean of that over the probabilities: the mean of |d| is at most the logarithm of the number of classes,
/// 2.6 for 13, so together less than 6 units, absolute; a probability likewise. Everything else is double; a gradient is
/// rounded once more, to float32. Keras's own float32 is as far from its float64: f32_minus_f64 says up to 5 units.
/// </summary>
public sealed class CrossEntropyTests
{
    private const double Unit = 1.0 / (1 << 24);

    [Theory]
    [InlineData("bce-logits")]
    [InlineData("bce-logits-smooth")]
    [InlineData("edge-bce-logits")]
    [InlineData("cce-logits")]
    [InlineData("cce-logits-smooth")]
    [InlineData("edge-cce-logits")]
    [InlineData("scce-logits")]
    [InlineData("edge-scce-logits")]
    public void Values_and_gradients_are_those_of_Keras(string name)
    {
        GoldenTensors golden = GoldenTensors.Read("losses", $"{name}.safetensors");
        Loss loss = GoldenLosses.Create(name);
        float[] scores = golden.Floats("y_pred");
        int rows = golden.Shape("y_pred")[0];
        float[] gradient = new float[scores.Length];

        double mean = loss.SumAndGradient(scores, golden.Floats("y_true"), rows, gradient) / rows;

        NearValue(golden.Doubles("f64/value")[0], mean);
        double[] slopes = golden.Doubles("f64/dy_pred");
        double slopeUnit = loss is BinaryCrossEntropy ? 1.0 / scores.Length : 1.0 / rows;
        for (int i = 0; i < slopes.Length; i++)
        {
            NearSlope(slopes[i], gradient[i], slopeUnit);
        }

        RowsAreNear(golden, loss, scores, "f64/per_sample");
    }

    /// <summary>Keras on TensorFlow takes the logits behind a softmax or sigmoid: <c>fused_*</c>, weighted by row.</summary>
    [Theory]
    [InlineData("behind-sigmoid-bce")]
    [InlineData("behind-sigmoid-bce-smooth")]
    [InlineData("behind-softmax-cce")]
    [InlineData("behind-softmax-cce-smooth")]
    [InlineData("behind-softmax-scce")]
    public void Behind_its_activation_nothing_is_clipped(string name)
    {
        GoldenTensors golden = GoldenTensors.Read("losses", $"{name}.safetensors");
        Loss loss = GoldenLosses.Create(name);
        float[] logits = golden.Floats("z");
        float[] targets = golden.Floats("y_true");
        float[] weights = golden.Floats("sample_weight");
        double[] slopes = golden.Doubles("f64/fused_dz");
        int width = golden.Shape("z")[1];
        int targetWidth = targets.Length / weights.Length;
        float[] gradient = new float[width];

        for (int row = 0; row < weights.Length; row++)
        {
            loss.SumAndGradient(
                logits.AsSpan(row * width, width), targets.AsSpan(row * targetWidth, targetWidth), 1, gradient);
            double factor = (double)weights[row] / weights.Length;
            double slopeUnit = factor / (loss is BinaryCrossEntropy ? width : 1);
            for (int i = 0; i < width; i++)
            {
                NearSlope(slopes[(row * width) + i], gradient[i] * factor, slopeUnit);
            }
        }

        RowsAreNear(golden, loss, logits, "f64/fused_per_sample");
    }

    private static void RowsAreNear(GoldenTensors golden, Loss loss, float[] scores, string tensor)
    {
        float[] targets = golden.Floats("y_true");
        double[] perRow = golden.Doubles(tensor);
        int width = scores.Length / perRow.Length;
        int targetWidth = targets.Length / perRow.Length;
        for (int row = 0; row < perRow.Length; row++)
        {
            ReadOnlySpan<float> target = targets.AsSpan(row * targetWidth, targetWidth);
            Assert.Null(loss.Misfit(target, width));
            NearValue(perRow[row], loss.Sum(scores.AsSpan(row * width, width), target, 1));
        }
    }

    private static void NearValue(double expected, double actual) =>
        Near(expected, actual, (6 * Unit) + (1e-14 * Math.Abs(expected)));

    private static void NearSlope(double expected, double actual, double slopeUnit) =>
        Near(expected, actual, (6 * Unit * slopeUnit) + (1.001 * Unit * Math.Abs(expected)));

    private static void Near(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
