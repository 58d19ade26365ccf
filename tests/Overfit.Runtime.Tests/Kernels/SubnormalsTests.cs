using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>What is less than the smallest normal float becomes 0, whatever register it stands in; all else stays.</summary>
public sealed class SubnormalsTests
{
    private static readonly float Normal = MathF.Pow(2, -126);

    private static readonly float[] Kept =
    [
        0, -0f, Normal, -Normal, MathF.BitIncrement(Normal), 1, -1, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    private static readonly float[] Flushed = [MathF.BitDecrement(Normal), -MathF.BitDecrement(Normal), float.Epsilon, -float.Epsilon, 1e-40f];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(37)]
    public void BecomeZeroAndNothingElseDoes(int length)
    {
        Random random = new(length);
        for (int run = 0; run < 100; run++)
        {
            bool[] isKept = [.. Enumerable.Range(0, length).Select(_ => random.Next(2) == 0)];
            float[] values = [.. isKept.Select(kept => kept ? Kept[random.Next(Kept.Length)] : Flushed[random.Next(Flushed.Length)])];
            float[] flushed = Fence.Write([.. values]);
            Subnormals.Flush(flushed.AsSpan(0, length));
            Assert.Equal(Bits(values.Zip(isKept, (value, kept) => kept ? value : 0)), Bits(Fence.Within(flushed)));
        }
    }

    private static IEnumerable<int> Bits(IEnumerable<float> values) => values.Select(BitConverter.SingleToInt32Bits);
}
