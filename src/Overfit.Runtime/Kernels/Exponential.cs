using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>exp(x) for x up to 36.</summary>
internal readonly struct Exponential : IUnaryFunction
{
    /// <summary>Below it exp(x) is less than half the smallest float.</summary>
    public const float Lowest = -104;

    /// <summary>Below it exp(x) - 1 is -1.</summary>
    public const float LowestMinusOne = -25;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
        where TVector : unmanaged, IVector<TVector> => exp.Of(x);
}
