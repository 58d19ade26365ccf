using Overfit.Tests.Models;

namespace Overfit.Tests.Kernels;

/// <summary>Activations of single values: right everywhere, and the same wherever a value stands.</summary>
public sealed class ActivationTests
{
    /// <summary>Half a unit in the last place of a number from 1 to 2: 2^-24.</summary>
    private const double Unit = 1.0 / (1 << 24);

    /// <summary>Smaller numbers have fewer digits, down to none.</summary>
    private const double SmallestNormal = 1.1754944e-38;

    /// <summary>Two hundred values in each region where a formula could lose digits, and more around 0.</summary>
    private static readonly float[] Grid = Regions(
        -88, -40, -16, -14, -9, -5, -3, -1, -0.5f, -0.1f, -1e-3f, -1e-6f, 0, 1e-6f, 1e-3f, 0.1f, 0.5f, 1, 3, 5, 9, 20, 88);

    public static TheoryData<Activation> Activations => ActivationKernel.Names;

    /// <remarks>
    /// The exponential is off by up to 2 units; the operations behind it add half a unit each: 8 units in all. Below -9
    /// GELU is less than 1e-18, and its exponential nears the numbers that lack digits: 16.
    /// </remarks>
    [Theory]
    [MemberData(nameof(Activations))]
    public void ValuesHaveNearlyAllDigits(Activation activation)
    {
        float[] values = ActivationKernel.All[activation].Values(Grid);
        for (int i = 0; i < Grid.Length; i++)
        {
            double expected = ReferenceActivation.Value(activation, Grid[i]);
            double units = activation == Activation.GELU && Grid[i] < -9 ? 16 : 8;
            double tolerance = (units * Unit * Math.Abs(expected)) + SmallestNormal;
            Assert.True(Math.Abs(values[i] - expected) <= tolerance, $"{activation}({Grid[i]}) = {values[i]}, not {expected}");
        }
    }

    /// <remarks>A slope is at most 1.13, and is added to others of that size: what counts is the absolute error.</remarks>
    [Theory]
    [MemberData(nameof(Activations))]
    public void SlopesAreWithinEightUnits(Activation activation)
    {
        float[] slopes = ActivationKernel.All[activation].Slopes(Grid, Repeat(1, Grid.Length));
        for (int i = 0; i < Grid.Length; i++)
        {
            double expected = ReferenceActivation.Slope(activation, Grid[i]);
            Assert.True(Math.Abs(slopes[i] - expected) <= 8 * Unit, $"{activation}'({Grid[i]}) = {slopes[i]}, not {expected}");
        }
    }

    /// <remarks>Formulas without 1 - y of a rounded y keep their digits where the slope vanishes, its root aside.</remarks>
    [Theory]
    [InlineData(Activation.Softplus, double.NaN)]
    [InlineData(Activation.SiLU, -1.2784645)]
    [InlineData(Activation.GELU, -0.7517916)]
    public void VanishingSlopesKeepTheirDigits(Activation activation, double root)
    {
        float[] slopes = ActivationKernel.All[activation].Slopes(Grid, Repeat(1, Grid.Length));
        for (int i = 0; i < Grid.Length; i++)
        {
            double expected = ReferenceActivation.Slope(activation, Grid[i]);
            if (!(Math.Abs(Grid[i] - root) < 0.3))
            {
                double tolerance = (20 * Unit * Math.Abs(expected)) + SmallestNormal;
                Assert.InRange(slopes[i], expected - tolerance, expected + tolerance);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void AValueDoesNotDependOnItsPlace(Activation activation)
    {
        ActivationKernel kernel = ActivationKernel.All[activation];
        float[] x = Uniform(600, -20, 20), dy = Uniform(600, -1, 1);
        float[] values = kernel.Values(x), slopes = kernel.Slopes(x, dy);
        foreach (int length in Enumerable.Range(1, 40).Concat([63, 64, 65, 100, 255, 256, 257, 259, 511, 513, 599]))
        {
            Assert.Equal(Bits(values[..length]), Bits(kernel.Values(x[..length])));
            Assert.Equal(Bits(values[^length..]), Bits(kernel.Values(x[^length..])));
            Assert.Equal(Bits(slopes[..length]), Bits(kernel.Slopes(x[..length], dy[..length])));
            Assert.Equal(Bits(slopes[^length..]), Bits(kernel.Slopes(x[^length..], dy[^length..])));
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void InPlaceIsTheSame(Activation activation)
    {
        ActivationKernel kernel = ActivationKernel.All[activation];
        foreach (int length in new[] { 1, 3, 7, 13, 30, 100, 300 })
        {
            float[] x = Uniform(length, -5, 5), dy = Uniform(length, -1, 1);
            float[] values = kernel.Values(x), slopes = kernel.Slopes(x, dy);
            float[] inPlace = [.. x];
            kernel.Forward(inPlace, inPlace);
            Assert.Equal(Bits(values), Bits(inPlace));
            float[] gradient = [.. dy];
            kernel.Backward(x, values, gradient, gradient);
            Assert.Equal(Bits(slopes), Bits(gradient));
        }
    }

    [Theory]
    [InlineData(Activation.Linear, float.NegativeInfinity, float.PositiveInfinity)]
    [InlineData(Activation.ReLU, 0, float.PositiveInfinity)]
    [InlineData(Activation.LeakyReLU, float.NegativeInfinity, float.PositiveInfinity)]
    [InlineData(Activation.ELU, -1, float.PositiveInfinity)]
    [InlineData(Activation.GELU, 0, float.PositiveInfinity)]
    [InlineData(Activation.SiLU, 0, float.PositiveInfinity)]
    [InlineData(Activation.Tanh, -1, 1)]
    [InlineData(Activation.Sigmoid, 0, 1)]
    [InlineData(Activation.Softplus, 0, float.PositiveInfinity)]
    public void NaNAndInfinitiesPropagate(Activation activation, float atMinusInfinity, float atInfinity)
    {
        // In a vector and in the rest behind it.
        foreach (int length in new[] { 1, 3, 16, 17 })
        {
            ActivationKernel kernel = ActivationKernel.All[activation];
            Assert.All(kernel.Values(Repeat(float.NaN, length)), value => Assert.Equal(float.NaN, value));
            Assert.All(kernel.Values(Repeat(float.NegativeInfinity, length)), value => Assert.Equal(atMinusInfinity, value));
            Assert.All(kernel.Values(Repeat(float.PositiveInfinity, length)), value => Assert.Equal(atInfinity, value));
            Assert.All(kernel.Slopes(Repeat(1, length), Repeat(float.NaN, length)), value => Assert.Equal(float.NaN, value));
            Assert.All(kernel.Slopes(Repeat(float.NegativeInfinity, length), Repeat(1, length)), Finite);
            Assert.All(kernel.Slopes(Repeat(float.PositiveInfinity, length), Repeat(1, length)), Finite);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void LargeNumbersDoNotOverflow(Activation activation)
    {
        float[] x = [-float.MaxValue, -1e4f, -100, 100, 1e4f, float.MaxValue];
        ActivationKernel kernel = ActivationKernel.All[activation];
        Assert.All(kernel.Values(x), value => Assert.True(float.IsFinite(value)));
        Assert.All(kernel.Slopes(x, Repeat(1, 6)), slope => Assert.InRange(slope, -1e-30f, 1));
    }

    private static void Finite(float value) => Assert.InRange(value, 0, 1);

    internal static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);

    private static float[] Regions(params float[] bounds) => [.. bounds.Zip(bounds.Skip(1)).SelectMany(region =>
        Enumerable.Range(0, 200).Select(i => region.First + ((region.Second - region.First) * i / 200)))];

    private static float[] Repeat(float value, int length) => [.. Enumerable.Repeat(value, length)];

    private static float[] Uniform(int length, float low, float high)
    {
        Random random = new(length);
        return [.. Enumerable.Range(0, length).Select(_ => low + ((high - low) * random.NextSingle()))];
    }
}
