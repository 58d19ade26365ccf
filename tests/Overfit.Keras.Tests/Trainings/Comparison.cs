using Xunit.Abstractions;

namespace Overfit.Keras.Trainings;

/// <summary>
/// Compares a replay with Keras in float64, whose exact bias correction Overfit shares, and writes every distance down. The
/// scale is how far Keras's own float32 run lands from float64: another correct float32 implementation lands at distances
/// like these, so three times them is allowed.
/// </summary>
internal sealed class Comparison(GoldenTraining golden, ITestOutputHelper output)
{
    /// <summary>How many times Keras's own distance is allowed.</summary>
    private const double Factor = 3;

    /// <summary>
    /// Most that losses and predictions may differ. Where Keras in float32 is farther away, as after many steps of Adam, it
    /// is so by its bias correction, computed from a beta rounded to float, and not by rounding in the run: Keras in float64
    /// with the rounded betas agrees with Keras in float32 to 1e-6. A few times that is left for rounding.
    /// </summary>
    private const double MostOfNumbers = 4e-6;

    /// <summary>
    /// What weights may differ at least. Adam divides a gradient by its own size, so that the rounding of a gradient that
    /// nearly cancels becomes one of a whole step, 1e-3 to 1e-2 of the largest weight. Which implementation it strikes is
    /// chance: after one epoch of wine, where Keras on JAX is at 4.5e-7, Keras on TensorFlow is at 2.6e-6.
    /// </summary>
    private const double LeastOfWeights = 4e-6;

    /// <summary>
    /// Most that weights may differ: three times the 2.6e-5 of TensorFlow's float32 in the plain net. Beyond it, in the
    /// regularized net, all of Keras's distance is bias correction: with rounded betas its float64 run is as far away.
    /// </summary>
    private const double MostOfWeights = 8e-5;

    /// <summary>Compares the first epochs of a series relatively, epoch by epoch.</summary>
    /// <param name="allowed">Where the usual tolerance does not hold.</param>
    public void Series(string name, double[] actual, int? epochs = null, double? allowed = null)
    {
        double[] expected = golden.Tensors.Doubles($"f64/{name}")[..(epochs ?? ^0)];
        double worst = 0;
        for (int epoch = 0; epoch < expected.Length; epoch++)
        {
            if (expected[epoch] == 0)
            {
                Assert.Equal(0, actual[epoch]);
            }
            else
            {
                worst = Math.Max(worst, Math.Abs(actual[epoch] - expected[epoch]) / Math.Abs(expected[epoch]));
            }
        }

        double keras = golden.Distance(name, epochs);
        Check($"{name}, {expected.Length} epochs", worst, keras, allowed ?? Math.Min(Factor * keras, MostOfNumbers));
    }

    /// <summary>Compares predictions relative to the largest.</summary>
    public void Predictions(string name, float[] actual)
    {
        double keras = golden.Distance(name);
        Check(name, Distance($"f64/{name}", actual), keras, Math.Min(Factor * keras, MostOfNumbers));
    }

    /// <summary>Compares parameters and moving statistics, each tensor relative to its largest value.</summary>
    /// <param name="chosen">Which of Keras's names; all unless given.</param>
    /// <param name="most">Most that they may differ.</param>
    public void Weights(
        string when, ModelDescription model, Block actual, Func<string, bool>? chosen = null, double most = MostOfWeights)
    {
        foreach ((string name, TensorDescription tensor) in GoldenTraining.KerasNames(model))
        {
            if (chosen?.Invoke(name) != false)
            {
                double worst = Distance($"f64/{when}/{name}", actual.Slice(tensor.Offset, tensor.Length));
                double keras = Distance($"f64/{when}/{name}", golden.Tensors.Floats($"f32/{when}/{name}"));
                Check($"{when}/{name}", worst, keras, Math.Clamp(Factor * keras, LeastOfWeights, most));
            }
        }
    }

    private double Distance(string name, ReadOnlySpan<float> actual)
    {
        double[] expected = golden.Tensors.Doubles(name);
        Assert.Equal(expected.Length, actual.Length);
        double worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(actual[i] - expected[i]));
        }

        return worst / expected.Max(Math.Abs);
    }

    private void Check(string what, double worst, double keras, double allowed)
    {
        output.WriteLine($"{what}: {worst:E1}, Keras in float32 {keras:E1}");
        Assert.True(worst <= allowed, $"{what} is {worst:E2} from Keras in float64; {allowed:E2} is allowed.");
    }
}
