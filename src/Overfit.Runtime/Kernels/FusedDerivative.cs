using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>The derivative of a fused activation as a function of its output and the gradient.</summary>
internal readonly struct FusedDerivative<TActivation> : IBinaryFunction
    where TActivation : struct, IFusedActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
        where TVector : unmanaged, IVector<TVector> => TActivation.Derivative(left, right);
}
