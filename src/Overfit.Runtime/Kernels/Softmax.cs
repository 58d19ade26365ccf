using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x)_i = exp(x_i - m) / sum_j exp(x_j - m), m the row's largest x. Sums run over a row in its order, in double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax
{
    /// <summary>y = softmax of each row of x.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="width">Width of a row.</param>
    /// <param name="x">[rows x width].</param>
    /// <param name="y">[rows x width], overwritten; may be <paramref name="x"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward(int rows, int width, ReadOnlySpan<float> x, Span<float> y)
    {
        Exponentials(rows, width, x, y);
        for (int row = 0; row < rows; row++)
        {
            Span<float> exponentials = y.Slice(row * width, width);
            double sum = 0;
            foreach (float exponential in exponentials)
            {
                sum += exponential;
            }

            TensorPrimitives.Multiply(exponentials, (float)(1 / sum), exponentials);
        }
    }

    /// <summary>y = exp(x - m), m the row's largest x: at most 1, and no row without a 1.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="width">Width of a row.</param>
    /// <param name="x">[rows x width].</param>
    /// <param name="y">[rows x width], overwritten; may be <paramref name="x"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Exponentials(int rows, int width, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> values = x.Slice(row * width, width);
            Span<float> shifted = y.Slice(row * width, width);

            // A largest value is one of the values, in whatever order they are compared.
            TensorPrimitives.Subtract(values, TensorPrimitives.Max(values), shifted);
        }

        // One call for all rows: rows are often too short to fill a register.
        Span<float> all = y[..(rows * width)];
        Elementwise.Map<Exponential>(all, all);
    }

    /// <summary>dx_i = y_i (dy_i - sum_j y_j dy_j).</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="width">Width of a row.</param>
    /// <param name="y">[rows x width]: softmax of x.</param>
    /// <param name="dy">[rows x width].</param>
    /// <param name="dx">[rows x width], overwritten; may be <paramref name="dy"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(int rows, int width, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> outputs = y.Slice(row * width, width);
            ReadOnlySpan<float> gradients = dy.Slice(row * width, width);
            Span<float> target = dx.Slice(row * width, width);
            double dot = 0;
            for (int i = 0; i < outputs.Length; i++)
            {
                dot += (double)outputs[i] * gradients[i];
            }

            for (int i = 0; i < outputs.Length; i++)
            {
                target[i] = outputs[i] * (float)(gradients[i] - dot);
            }
        }
    }
}
