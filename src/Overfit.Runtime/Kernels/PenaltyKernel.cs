namespace Overfit.Kernels;
/// <summary>x</summary>
public static class PenaltyKernel
{
    /// <summary>x</summary>
    public static double Value(ReadOnlySpan<float> w, float l1, float l2)
    {
        double s = 0;
        if (l1 != 0 || l2 != 0) foreach (float v in w) s += (l1 * Math.Abs(v)) + (l2 * (double)v * v);
        return s;
    }
    /// <summary>x</summary>
    public static void AddGradient(ReadOnlySpan<float> w, float l1, float l2, Span<float> gradient)
    {
        if (l1 != 0 || l2 != 0) for (int i = 0; i < w.Length; i++) gradient[i] += (l1 * Math.Sign(w[i])) + (2 * l2 * w[i]);
    }
}
