using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = x for x &gt; 0, else exp(x) - 1; f' = 1 for x &gt; 0, else y + 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ELU : IActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Value>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx);

    private readonly struct Value : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector> => TVector.SelectPositive(x, x, exp.MinusOne(x));
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector> =>
            TVector.SelectPositive(left, right, TVector.MultiplyAdd(right, left, right));
    }
}
