using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// The hyperbolic tangent: f(x) = -e / (2 + e) with e = exp(-2x) - 1 for x &gt; 0, and odd, accurate near 0 where
/// TensorPrimitives's is not; f' = 1 - y^2.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Tanh : IActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Value>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx);

    private readonly struct Value : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector minus = TVector.MinusAbsolute(x);
            TVector e = Exponential.MinusOne(minus + minus);
            return TVector.CopySign(e / (TVector.Broadcast(2) + e), x);
        }
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector> => right * (TVector.Broadcast(1) - (left * left));
    }
}
