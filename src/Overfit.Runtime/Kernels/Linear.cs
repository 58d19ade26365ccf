using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = x.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Linear : IFusedActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<FusedForward<Linear>>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<FusedDerivative<Linear>>(y, dy, dx);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Apply<TVector>(TVector x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Derivative<TVector>(TVector y, TVector dy) => dy;
}
