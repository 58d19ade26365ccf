using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>The logistic function s(x) = 1 / (1 + exp(-x)), which sigmoid and SiLU share.</summary>
internal static class Logistic
{
    /// <summary>
    /// s and 1 - s, each with all its digits: with e = exp(-|x|) the larger is 1 / (1 + e), the smaller e / (1 + e).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of<TVector>(TVector x, out TVector sigmoid, out TVector rest)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector one = TVector.Broadcast(1);
        TVector e = Exponential.OfMinusAbsolute(x);
        TVector larger = one / (one + e), smaller = e / (one + e);
        sigmoid = TVector.SelectPositive(x, larger, smaller);
        rest = TVector.SelectPositive(x, smaller, larger);
    }
}
