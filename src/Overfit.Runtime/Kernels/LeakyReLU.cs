using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = x for x &gt; 0, else 0.2 x; its derivative at 0 is 0.2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LeakyReLU : IFusedActivation
{
    private const float Slope = 0.2f;

    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<FusedForward<LeakyReLU>>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<FusedDerivative<LeakyReLU>>(y, dy, dx);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Apply<TVector>(TVector x) =>
        TVector.SelectPositive(x, x, x * TVector.Broadcast(Slope));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Derivative<TVector>(TVector y, TVector dy) =>
        TVector.SelectPositive(y, dy, dy * TVector.Broadcast(Slope));
}
