using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>-|x|, whose exponential cannot overflow.</summary>
internal readonly struct MinusAbsolute : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector> => TVector.Zero - TVector.Abs(x);
}
