using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>left * right.</summary>
internal readonly struct Multiplication : IBinaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
        where TVector : unmanaged, IVector<TVector> => left * right;
}
