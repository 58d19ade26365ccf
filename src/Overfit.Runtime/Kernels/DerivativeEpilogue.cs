using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>sum * activation'(y), where y [rows x stride] is what the activation put out.</summary>
internal readonly unsafe struct DerivativeEpilogue<TActivation>(float* y, nint stride) : IEpilogue
    where TActivation : struct, IFusedActivation
{
    private readonly float* _y = y;
    private readonly nint _stride = stride;

    public static bool IsIdentity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(TActivation) == typeof(Linear);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, int lanes)
        where TVector : unmanaged, IVector<TVector>
    {
        float* y = _y + (row * _stride) + column;
        TVector output = lanes == TVector.Count ? TVector.Load(y) : TVector.Load(y, TVector.Mask(lanes));
        return TActivation.Derivative(output, sum);
    }
}
