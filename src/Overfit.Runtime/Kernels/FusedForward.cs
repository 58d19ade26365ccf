using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>A fused activation as a function of one value.</summary>
internal readonly struct FusedForward<TActivation> : IUnaryFunction
    where TActivation : struct, IFusedActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
        where TVector : unmanaged, IVector<TVector> => TActivation.Apply(x);
}
