namespace Overfit.Kernels;
/// <summary>x</summary>
public static class ActivityPenaltyKernel
{
    /// <summary>x</summary>
    public static double Value(ReadOnlySpan<float> y, int rows, float l1, float l2) => PenaltyKernel.Value(y, l1, l2) / rows;
    /// <summary>x</summary>
    public static void AddGradient<T>(ReadOnlySpan<float> y, int rows, float l1, float l2, Span<float> dz)
    {
        if (l1 != 0 || l2 != 0) throw new NotSupportedException();
    }
}
