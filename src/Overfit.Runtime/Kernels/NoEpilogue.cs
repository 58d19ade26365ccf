using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>Stores the sums as they are.</summary>
internal readonly struct NoEpilogue : IEpilogue
{
    public static bool IsIdentity => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, int lanes)
        where TVector : unmanaged, IVector<TVector> => sum;
}
