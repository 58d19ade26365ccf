using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = x s(x), s the sigmoid; f' = s (1 + x (1 - s)).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLU : IActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Value>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx);

    private readonly struct Value : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector>
        {
            // An infinite x times 0 would be NaN.
            TVector bounded = TVector.Max(TVector.Broadcast(Exponential.Lowest), x);
            return bounded * Logistic.Of(Logistic.Bound(x), exp);
        }
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector>
        {
            // With e = exp(x), s = e / (1 + e) and 1 - s = 1 / (1 + e), each with all its digits.
            TVector one = TVector.Broadcast(1), x = Logistic.Bound(left);
            TVector e = exp.OfBounded(x);
            TVector rest = one / (e + one);
            return right * (e * rest * TVector.MultiplyAdd(x, rest, one));
        }
    }
}
