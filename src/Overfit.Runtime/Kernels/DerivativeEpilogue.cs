using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>sum * activation'(y), where y [rows x stride] is what the activation put out.</summary>
internal readonly unsafe struct DerivativeEpilogue<TActivation>(float* y, nint stride) : IEpilogue
    where TActivation : struct, IFusedActivation
{
    private readonly float* _y = y;
    private readonly nint _stride = stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column)
        where TVector : unmanaged, IVector<TVector> =>
        typeof(TActivation) == typeof(Linear)   // which needs no outputs
            ? sum
            : TActivation.Derivative(TVector.Load(_y + (row * _stride) + column), sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish<TVector>(TVector sum, nint row, nint column, TVector mask)
        where TVector : unmanaged, IVector<TVector> =>
        typeof(TActivation) == typeof(Linear)
            ? sum
            : TActivation.Derivative(TVector.Load(_y + (row * _stride) + column, mask), sum);
}
