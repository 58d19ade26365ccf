using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>The logistic function s(x) = 1 / (1 + exp(-x)) = exp(x) / (1 + exp(x)), which sigmoid and SiLU share.</summary>
internal static class Logistic
{
    /// <summary>1 + exp(x) is exp(x) in floats long before it.</summary>
    private const float Highest = 30;

    /// <summary>x within the bounds beyond which s(x) is 0 or 1 in floats. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bound<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector> =>
        TVector.Min(TVector.Broadcast(Highest), TVector.Max(TVector.Broadcast(Exponential.Lowest), x));

    /// <summary>s(x) of an x within the bounds: nothing cancels, so that it has all its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector e = exp.OfBounded(x);
        return e / (e + TVector.Broadcast(1));
    }
}
