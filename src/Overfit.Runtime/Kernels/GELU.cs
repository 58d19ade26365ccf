using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// f(x) = x P(x), P the normal distribution function (Hendrycks and Gimpel, 2016, the exact form); f' = P + x p, p the normal
/// density. Both follow from exp(-x^2 / 2).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GELU : IActivation
{
    /// <summary>From here on exp(-x^2 / 2) is 0 in floats.</summary>
    private const float Farthest = 16;

    /// <summary>1 / sqrt 8.</summary>
    private const float RootEighth = 0.353553391f;

    /// <summary>1 / sqrt(2 pi).</summary>
    private const float DensityAtZero = 0.398942280f;

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
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
    {
        Span<float> exponentials = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < x.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = x.Slice(start, Math.Min(Elementwise.Chunk, x.Length - start));
            Span<float> exponents = exponentials[..values.Length];
            Elementwise.Map<Exponent>(values, exponents);
            Elementwise.Exp(exponents, exponents);
            Elementwise.Map<Derivative>(values, exponents, exponents);
            TensorPrimitives.Multiply(exponents, dy.Slice(start, values.Length), dx[start..]);
        }
    }

    /// <summary>-x^2 / 2 rounded, and what rounding it left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MinusHalfSquare<TVector>(TVector x, out TVector rest)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector square = x * x;
        TVector minusHalf = TVector.Broadcast(-0.5f);
        rest = TVector.MultiplyAdd(x, x, TVector.Zero - square) * minusHalf;
        return square * minusHalf;
    }

    /// <summary>|x|, or the farthest that matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Distance<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector> =>
        TVector.Zero - TVector.Max(TVector.Zero - TVector.Abs(x), TVector.Broadcast(-Farthest));

    /// <summary>P(x) of x and of exp(-x^2 / 2), whose relative error of the exponent's rounding is taken back first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Distribution<TVector>(TVector x, ref TVector exponential)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector one = TVector.Broadcast(1);
        TVector distance = Distance(x);
        MinusHalfSquare(distance, out TVector rest);
        exponential = TVector.MultiplyAdd(exponential, rest, exponential);
        TVector t = one / TVector.MultiplyAdd(distance, TVector.Broadcast(RootEighth), one);
        TVector tail = t * Polynomial.NormalTail(t) * exponential;
        return TVector.SelectPositive(x, one - tail, tail);
    }

    private readonly struct Exponent : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector> => MinusHalfSquare(Distance(x), out _);
    }

    private readonly struct Value : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector> => left * Distribution(left, ref right);
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector distribution = Distribution(left, ref right);
            return TVector.MultiplyAdd(Signed(left), right * TVector.Broadcast(DensityAtZero), distribution);
        }

        /// <summary>x, or the farthest that matters with its sign: an infinite x times a density of 0 would be NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Signed<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector distance = Distance(x);
            return TVector.SelectPositive(x, distance, TVector.Zero - distance);
        }
    }
}
