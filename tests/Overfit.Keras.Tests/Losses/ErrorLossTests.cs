namespace Overfit.Keras.Losses;

/// <summary>
/// Squared, absolute and Huber errors against Keras in float64. Both compute in double on the same float32 inputs, so values
/// agree to double's rounding; a gradient is rounded once to float32, half a unit in the last place: 2^-24 of itself.
/// </summary>
public sealed class ErrorLossTests
{
    private const double ValueTolerance = 1e-14;
    private const double GradientTolerance = 1.001 / (1 << 24);

    [Theory]
    [InlineData("mse")]
    [InlineData("mse-1x1")]
    [InlineData("mse-32x1")]
    [InlineData("edge-meansquarederror")]
    [InlineData("mae")]
    [InlineData("tie-meanabsoluteerror")]
    [InlineData("huber")]
    [InlineData("huber-0.3")]
    [InlineData("edge-huber")]
    [InlineData("tie-huber")]
    public void Values_and_gradients_are_those_of_Keras(string name)
    {
        GoldenTensors golden = GoldenTensors.Read("losses", $"{name}.safetensors");
        Loss loss = GoldenLosses.Create(name);
        float[] scores = golden.Floats("y_pred");
        float[] targets = golden.Floats("y_true");
        int rows = golden.Shape("y_pred")[0];
        int width = golden.Shape("y_pred")[1];
        float[] gradient = new float[scores.Length];

        double mean = loss.SumAndGradient(scores, targets, rows, gradient) / rows;

        Near(golden.Doubles("f64/value")[0], mean, ValueTolerance);
        double[] perRow = golden.Doubles("f64/per_sample");
        for (int row = 0; row < rows; row++)
        {
            Near(perRow[row], loss.Sum(scores.AsSpan(row * width, width), targets.AsSpan(row * width, width), 1), ValueTolerance);
        }

        double[] slopes = golden.Doubles("f64/dy_pred");
        for (int i = 0; i < slopes.Length; i++)
        {
            // Where they are equal, the backends disagree about the slope of the absolute error; here it is TensorFlow's 0.
            double expected = loss is MeanAbsoluteError && scores[i] == targets[i] ? 0 : slopes[i];
            Near(expected, gradient[i], GradientTolerance);
        }
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.InRange(actual, expected - (relative * Math.Abs(expected)), expected + (relative * Math.Abs(expected)));
}
