using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>What is less than the smallest normal float becomes 0 in every register; whatever else there is stays.</summary>
public sealed unsafe class SubnormalTests
{
    private static readonly float Normal = MathF.Pow(2, -126);
    private static readonly float Subnormal = MathF.BitDecrement(Normal);

    private static readonly float[] Values =
    [
        0, Normal, -Normal, Subnormal, -Subnormal, float.Epsilon, -float.Epsilon, 1e-40f,
        1, -1, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, MathF.BitIncrement(Normal),
    ];

    [Fact]
    public void AreFlushedAndNothingElse()
    {
        float[] expected = [.. Values.Select(value => float.IsSubnormal(value) ? 0 : value)];
        Assert.Equal(5, Values.Count(float.IsSubnormal));
        Assert.Equal(expected, Flushed<Lanes4>());
        Assert.Equal(expected, Flushed<Pair<Lanes4>>());
        if (Vector256.IsHardwareAccelerated)
        {
            Assert.Equal(expected, Flushed<Lanes8>());
        }

        if (Vector512.IsHardwareAccelerated)
        {
            Assert.Equal(expected, Flushed<Lanes16>());
        }
    }

    private static float[] Flushed<TVector>()
        where TVector : unmanaged, IVector<TVector>
    {
        float[] flushed = new float[Values.Length];
        fixed (float* from = Values, to = flushed)
        {
            for (int i = 0; i < Values.Length; i += TVector.Count)
            {
                TVector.FlushSubnormals(TVector.Load(from + i)).Store(to + i);
            }
        }

        return flushed;
    }
}
