using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = max(x, 0); its derivative at 0 is 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReLU : IFusedActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<FusedForward<ReLU>>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<FusedDerivative<ReLU>>(y, dy, dx);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Apply<TVector>(TVector x) => TVector.Max(TVector.Zero, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Derivative<TVector>(TVector y, TVector dy) => TVector.SelectPositive(y, dy, TVector.Zero);
}
