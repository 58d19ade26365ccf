using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|)); f' = 1 - exp(-y).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softplus : IActivation
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
            where TVector : unmanaged, IVector<TVector> =>
            TVector.Max(TVector.Zero, x) + Polynomial.LogOnePlus(exp.Of(TVector.MinusAbsolute(x)));
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector> =>
            right * -exp.MinusOne(-left);
    }
}
