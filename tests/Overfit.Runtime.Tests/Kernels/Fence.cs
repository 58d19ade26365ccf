namespace Overfit.Tests.Kernels;

/// <summary>
/// Floats behind the last one that a kernel may touch. Pointers are not checked, and memory behind a tensor is most often
/// zeros: without a fence, reading or writing too far goes unnoticed.
/// </summary>
internal static class Fence
{
    private const int Width = 64;
    private const float Untouched = -7;

    /// <summary>The values and a fence of NaNs, which spoil the result of whoever reads them.</summary>
    public static float[] Read(float[] values) => [.. values, .. Enumerable.Repeat(float.NaN, Width)];

    /// <summary>The values and a fence that shows whether it was written to.</summary>
    public static float[] Write(float[] values) => [.. values, .. Enumerable.Repeat(Untouched, Width)];

    /// <summary>What was written within the fence; nothing was written to it.</summary>
    public static float[] Within(float[] written)
    {
        Assert.All(written[^Width..], value => Assert.Equal(Untouched, value));
        return written[..^Width];
    }
}
