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
        Span<float> sigmoids = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < x.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = x.Slice(start, Math.Min(Elementwise.Chunk, x.Length - start));
            Span<float> slopes = sigmoids[..values.Length];
            Elementwise.Sigmoid(values, slopes);
            Elementwise.Map<Derivative>(values, slopes, slopes);
            TensorPrimitives.Multiply(slopes, dy.Slice(start, values.Length), dx[start..]);
        }
    }

    /// <summary>Of x and s(x).</summary>
    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector one = TVector.Broadcast(1);
            return right * TVector.MultiplyAdd(left, one - right, one);
        }
    }
}
