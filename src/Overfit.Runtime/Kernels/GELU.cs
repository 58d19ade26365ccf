using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// f(x) = x P(x), P(x) = erfc(-x / sqrt 2) / 2 the normal distribution function (Hendrycks and Gimpel, 2016, the exact form);
/// f' = P + x p, p the normal density.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GELU : IActivation
{
    private const float RootHalf = 0.707106781f;

    /// <summary>1 / sqrt(2 pi).</summary>
    private const float DensityAtZero = 0.398942280f;

    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        Span<float> probabilities = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < x.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = x.Slice(start, Math.Min(Elementwise.Chunk, x.Length - start));
            Distribution(values, probabilities[..values.Length]);
            TensorPrimitives.Multiply(values, probabilities[..values.Length], y[start..]);
        }
    }

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
    {
        Span<float> probabilityChunk = stackalloc float[Elementwise.Chunk];
        Span<float> densityChunk = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < x.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = x.Slice(start, Math.Min(Elementwise.Chunk, x.Length - start));
            Span<float> slopes = probabilityChunk[..values.Length];
            Span<float> densities = densityChunk[..values.Length];
            Distribution(values, slopes);
            Elementwise.Map<MinusHalfSquare>(values, densities);
            Elementwise.Exp(densities, densities);
            Elementwise.Map<TimesDensity>(values, densities, densities);
            TensorPrimitives.Add(slopes, densities, slopes);
            TensorPrimitives.Multiply(slopes, dy.Slice(start, values.Length), dx[start..]);
        }
    }

    private static void Distribution(ReadOnlySpan<float> x, Span<float> probabilities)
    {
        Elementwise.Map<TailExponent>(x, probabilities);
        Elementwise.Exp(probabilities, probabilities);
        Elementwise.Map<Probability>(x, probabilities, probabilities);
    }

    /// <summary>z = |x| / sqrt 2 and 1 / (1 + z / 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tail<TVector>(TVector x, out TVector z, out TVector t)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector one = TVector.Broadcast(1);
        z = TVector.Abs(x) * TVector.Broadcast(RootHalf);
        t = one / TVector.MultiplyAdd(z, TVector.Broadcast(0.5f), one);
    }

    private readonly struct TailExponent : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector>
        {
            Tail(x, out TVector z, out TVector t);
            return Polynomial.ErfcExponent(z, t);
        }
    }

    /// <summary>P of x and exp(exponent of erfc): the tail's half, or 1 - it.</summary>
    private readonly struct Probability : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector>
        {
            Tail(left, out _, out TVector t);
            TVector half = TVector.Broadcast(0.5f) * t * right;
            return TVector.SelectPositive(left, TVector.Broadcast(1) - half, half);
        }
    }

    private readonly struct MinusHalfSquare : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector> => x * x * TVector.Broadcast(-0.5f);
    }

    private readonly struct TimesDensity : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector> => left * right * TVector.Broadcast(DensityAtZero);
    }
}
