using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|)); f' = 1 - exp(-y).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softplus : IActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        Span<float> exponentials = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < x.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = x.Slice(start, Math.Min(Elementwise.Chunk, x.Length - start));
            Span<float> exponents = exponentials[..values.Length];
            Elementwise.Map<MinusAbsolute>(values, exponents);
            Elementwise.Exp(exponents, exponents);
            Elementwise.Map<Value>(values, exponents, y[start..]);
        }
    }

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
    {
        Span<float> exponentials = stackalloc float[Elementwise.Chunk];
        for (int start = 0; start < y.Length; start += Elementwise.Chunk)
        {
            ReadOnlySpan<float> values = y.Slice(start, Math.Min(Elementwise.Chunk, y.Length - start));
            Span<float> exponents = exponentials[..values.Length];
            TensorPrimitives.Negate(values, exponents);
            Elementwise.Exp(exponents, exponents);
            Elementwise.Map<Derivative>(values, exponents, exponents);
            TensorPrimitives.Multiply(exponents, dy.Slice(start, values.Length), dx[start..]);
        }
    }

    private readonly struct Value : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector> => TVector.Max(left, TVector.Zero) + Polynomial.LogOnePlus(right);
    }

    /// <summary>1 - exp(-y), of y and exp(-y).</summary>
    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector> => TVector.Zero - Polynomial.ExpMinusOne(TVector.Zero - left, right);
    }
}
