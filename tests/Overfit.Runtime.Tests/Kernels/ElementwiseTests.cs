using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>Values are walked upwards or downwards, as their places in memory ask for; each is written all the same.</summary>
public sealed class ElementwiseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1000)]
    [InlineData(1024)]
    public void EveryValueIsComputedWhereverTheResultStands(int distanceInPage)
    {
        foreach (int length in new[] { 1, 15, 16, 17, 100, 1000 })
        {
            float[] numbers = new float[3072 + length];
            Span<float> x = numbers.AsSpan(0, length), y = numbers.AsSpan(1024 + distanceInPage, length);
            for (int i = 0; i < length; i++)
            {
                x[i] = i + 1;
            }

            float[] factors = [.. Enumerable.Repeat(2f, length)];
            Elementwise.Map<FusedForward<Linear>>(x, y);
            Assert.Equal(x, y);
            Assert.Equal(0, numbers[1024 + distanceInPage + length]);
            Elementwise.Map<Multiplication>(x, factors, y);
            Assert.Equal(Enumerable.Range(1, length).Select(i => 2f * i), y.ToArray());
            Assert.Equal(0, numbers[1024 + distanceInPage + length]);
        }
    }
}
