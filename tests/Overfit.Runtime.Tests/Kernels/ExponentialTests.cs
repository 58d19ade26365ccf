using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>The exponential that activations and softmax share, against <see cref="Math.Exp"/>.</summary>
public sealed class ExponentialTests
{
    /// <summary>Half a unit in the last place of a number from 1 to 2: 2^-24.</summary>
    private const double Unit = 1.0 / (1 << 24);

    /// <remarks>
    /// 1 + p is rounded to half a unit of a number of at least 0.7, and p, up to 0.42, carries about as much: 2 units. Where
    /// floats lack digits, applying 2^n rounds once more, to half of the smallest float.
    /// </remarks>
    [Fact]
    public void AllDigitsAreRightDownToTheSmallestFloats()
    {
        float[] x = [.. Enumerable.Range(0, 220_000).Select(i => i * (-110f / 220_000))];
        float[] y = Of(x);
        for (int i = 0; i < x.Length; i++)
        {
            double expected = Math.Exp(x[i]), tolerance = (2 * Unit * expected) + (float.Epsilon * 0.51);
            Assert.True(Math.Abs(y[i] - expected) <= tolerance, $"exp({x[i]}) = {y[i]}, not {expected}");
        }
    }

    [Fact]
    public void SpecialValuesAreExact() =>
        Assert.Equal([1, 1, 0, 0, float.NaN], Of([0f, -0f, float.MinValue, float.NegativeInfinity, float.NaN]));

    /// <remarks>So that a softmax's largest term is the one of its largest value.</remarks>
    [Fact]
    public void ItNeverExceedsOne() =>
        Assert.All(Of([.. Enumerable.Range(0, 100_000).Select(i => i * -1e-9f)]), value => Assert.InRange(value, 0.9998f, 1));

    [Fact]
    public void PowersOfTwoAreExact()
    {
        float[] exponents = [.. Enumerable.Range(-126, 254).Select(exponent => (float)exponent)];
        float[] powers = new float[exponents.Length];
        Elementwise.Map<Power>(exponents, powers);
        Assert.Equal(exponents.Select(exponent => MathF.ScaleB(1, (int)exponent)), powers);
    }

    private static float[] Of(float[] x)
    {
        float[] y = new float[x.Length];
        Elementwise.Map<Exponential>(x, y);
        return y;
    }

    private readonly struct Power : IUnaryFunction
    {
        public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector> =>
            TVector.PowerOfTwo(x + TVector.Broadcast(IVector<TVector>.ExponentShifter));
    }
}
