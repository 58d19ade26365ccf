using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>activation(sum + bias).</summary>
internal readonly unsafe struct BiasEpilogue<TActivation>(float* bias) : IEpilogue
    where TActivation : struct, IFusedActivation
{
    private readonly float* _bias = bias;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column)
        where TVector : unmanaged, IVector<TVector> => TActivation.Apply(sum + TVector.Load(_bias + column));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, TVector mask)
        where TVector : unmanaged, IVector<TVector> => TActivation.Apply(sum + TVector.Load(_bias + column, mask));
}
