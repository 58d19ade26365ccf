using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>x</summary>
public readonly struct Linear : IFusedActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => throw new NotSupportedException();
    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) => throw new NotSupportedException();
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Apply<TVector>(TVector x) => x;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Derivative<TVector>(TVector y, TVector dy) => dy;
}
