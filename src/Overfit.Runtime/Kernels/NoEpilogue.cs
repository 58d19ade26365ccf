using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>Stores the sums as they are.</summary>
internal readonly struct NoEpilogue : IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column)
        where TVector : unmanaged, IVector<TVector> => sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, TVector mask)
        where TVector : unmanaged, IVector<TVector> => sum;
}
