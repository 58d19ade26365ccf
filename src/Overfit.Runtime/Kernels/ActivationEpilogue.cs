using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>activation(sum).</summary>
internal readonly struct ActivationEpilogue<TActivation> : IEpilogue
    where TActivation : struct, IFusedActivation
{
    public static bool IsIdentity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(TActivation) == typeof(Linear);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, int lanes)
        where TVector : unmanaged, IVector<TVector> => TActivation.Apply(sum);
}
