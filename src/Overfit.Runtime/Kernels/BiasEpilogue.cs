using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>activation(sum + bias).</summary>
internal readonly unsafe struct BiasEpilogue<TActivation>(float* bias) : IEpilogue
    where TActivation : struct, IFusedActivation
{
    private readonly float* _bias = bias;

    public static bool IsIdentity => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, int lanes)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector bias = lanes == TVector.Count
            ? TVector.Load(_bias + column)
            : TVector.Load(_bias + column, TVector.Mask(lanes));
        return TActivation.Apply(sum + bias);
    }
}
