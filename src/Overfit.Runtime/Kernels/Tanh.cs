using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// The hyperbolic tangent: f(x) = e / (2 + e) with e = exp(2x) - 1, accurate near 0 where TensorPrimitives's is not: within 2.5
/// units of the last place, so that f(-x) and -f(x) may differ by as much. f' = 1 - y^2.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Tanh : IActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Value>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx);

    /// <summary>From 2x = 20 on f(x) is 1 in floats.</summary>
    private const float Farthest = 20;

    private readonly struct Value : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector e = exp.MinusOne(TVector.Min(TVector.Broadcast(Farthest), x + x));
            return e / (TVector.Broadcast(2) + e);
        }
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector> => right * (TVector.Broadcast(1) - (left * left));
    }
}
