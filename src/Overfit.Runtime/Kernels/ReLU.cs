using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>x</summary>
public readonly struct ReLU : IFusedActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => throw new NotSupportedException();
    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) => throw new NotSupportedException();
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Apply<TVector>(TVector x) => TVector.Max(x, TVector.Zero);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IFusedActivation.Derivative<TVector>(TVector y, TVector dy) => TVector.SelectPositive(y, dy, TVector.Zero);
}
