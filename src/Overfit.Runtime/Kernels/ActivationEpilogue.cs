using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>activation(sum).</summary>
internal readonly struct ActivationEpilogue<TActivation> : IEpilogue
    where TActivation : struct, IFusedActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column)
        where TVector : unmanaged, IVector<TVector> => TActivation.Apply(sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, TVector mask)
        where TVector : unmanaged, IVector<TVector> => TActivation.Apply(sum);
}
