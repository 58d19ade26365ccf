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
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        Span<float> exponentials = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < x.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = x.Slice(start, Math.Min(Elementwise.Chunk, x.Length - start));
            Span<float> exponents = exponentials[..values.Length];
            Elementwise.Map<Exponent>(values, exponents);
            Elementwise.Exp(exponents, exponents);
            Elementwise.Map<Value>(values, exponents, y[start..]);
        }
    }

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx);

    private readonly struct Exponent : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector> => TVector.Broadcast(-2) * TVector.Abs(x);
    }

    /// <summary>Of x and exp(-2|x|).</summary>
    private readonly struct Value : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector minus = Polynomial.ExpMinusOne(TVector.Broadcast(-2) * TVector.Abs(left), right);
            TVector negative = minus / (TVector.Broadcast(2) + minus);
            return TVector.SelectPositive(left, TVector.Zero - negative, negative);
        }
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector> => right * (TVector.Broadcast(1) - (left * left));
    }
}
