using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = x s(x), s the sigmoid; f' = s (1 + x (1 - s)).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLU : IActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        Span<float> sigmoids = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < x.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = x.Slice(start, Math.Min(Elementwise.Chunk, x.Length - start));
            Elementwise.Sigmoid(values, sigmoids);
            TensorPrimitives.Multiply(values, sigmoids[..values.Length], y[start..]);
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
            Elementwise.Map<MinusAbsolute>(values, exponents);
            Elementwise.Exp(exponents, exponents);
            Elementwise.Map<Derivative>(values, exponents, exponents);
            TensorPrimitives.Multiply(exponents, dy.Slice(start, values.Length), dx[start..]);
        }
    }

    /// <summary>Of x and e = exp(-|x|): of s and 1 - s the larger is 1 / (1 + e), the smaller e / (1 + e).</summary>
    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector one = TVector.Broadcast(1);
            TVector larger = one / (one + right), smaller = right * larger;
            TVector sigmoid = TVector.SelectPositive(left, larger, smaller), rest = TVector.SelectPositive(left, smaller, larger);
            return sigmoid * TVector.MultiplyAdd(left, rest, one);
        }
    }
}
