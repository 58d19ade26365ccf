using Overfit.Keras.Layers;

namespace Overfit.Keras.Activations;

/// <summary>Every activation against Keras in float64, on a grid with kinks and extremes.</summary>
public sealed class ActivationTests
{
    /// <summary>Numbers below it have fewer digits, or none.</summary>
    private const double SmallestNormal = 1.1754944e-38;

    /// <remarks>
    /// Units of 2^-24 that the kernel's formula costs: 0 where it only selects, 2 for a product with a rounded slope, and 8
    /// where it has an exponential, which alone takes up to 2. Values may be off by so much of
    /// themselves (Keras's own largest distance is one of the largest value, 10,000, and would allow more), slopes by so much
    /// of 1 and by four times Keras's own largest distance.
    /// </remarks>
    [Theory]
    [InlineData("linear", "linear", 0)]
    [InlineData("relu", "relu", 0)]
    [InlineData("leakyrelu", "leaky_relu", 2)]
    [InlineData("elu", "elu", 8)]
    [InlineData("gelu", "gelu", 8)]
    [InlineData("silu", "silu", 8)]
    [InlineData("tanh", "tanh", 8)]
    [InlineData("sigmoid", "sigmoid", 8)]
    [InlineData("softplus", "softplus", 8)]
    public void ValuesAndSlopesAreThoseOfKeras(string name, string function, int units)
    {
        GoldenCase golden = new("activations", name);
        ActivationKernel kernel = ActivationKernel.All[function];
        float[] x = golden.Tensors.Floats("x");
        float[] y = new float[x.Length], slopes = new float[x.Length], ones = [.. Enumerable.Repeat(1f, x.Length)];
        kernel.Forward(1, x, y);
        kernel.Backward(1, x, y, ones, slopes);
        double[] values = golden.Tensors.Doubles("f64/y"), derivatives = golden.Tensors.Doubles("f64/dydx");
        double[] conventions = [.. golden["backends_disagree_at"].EnumerateArray().Select(point => point.GetDouble())];
        for (int i = 0; i < x.Length; i++)
        {
            Near(values[i], y[i], (units * GoldenCase.Unit * Math.Abs(values[i])) + SmallestNormal, x[i]);
            if (!conventions.Contains(x[i]))
            {
                Near(derivatives[i], slopes[i], (4 * golden.Gap("dydx")) + (units * GoldenCase.Unit) + SmallestNormal, x[i]);
            }
        }
    }

    /// <remarks>As in TensorFlow and PyTorch; JAX takes 1.</remarks>
    [Fact]
    public void TheSlopeOfLeakyReLUAtZeroIsTheNegativeOne()
    {
        float[] slope = new float[1];
        ActivationKernel.All["leaky_relu"].Backward(1, [0], [0], [1], slope);
        Assert.Equal(0.2f, slope[0]);
    }

    [Theory]
    [InlineData("softmax-random")]
    [InlineData("softmax-wide")]
    [InlineData("softmax-one")]
    [InlineData("softmax-huge")]
    public void SoftmaxOfRowsIsThatOfKeras(string name)
    {
        GoldenCase golden = new("activations", name);
        int width = golden.Tensors.Shape("x")[1];
        float[] x = golden.Tensors.Floats("x"), y = new float[x.Length], dx = new float[x.Length];
        ActivationKernel.All["softmax"].Forward(width, x, y);
        ActivationKernel.All["softmax"].Backward(width, x, y, golden.Tensors.Floats("dy"), dx);
        golden.Check("y", y);
        golden.Check("dx", dx);
    }

    private static void Near(double expected, float actual, double tolerance, float x) => Assert.True(
        Math.Abs(actual - expected) <= tolerance, $"at {x}: {actual} instead of {expected} +- {tolerance}");
}
