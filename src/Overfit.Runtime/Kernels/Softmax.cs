using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x)_i = exp(x_i - m) / sum_j exp(x_j - m), m the row's largest x.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Softmax
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
        fixed (float* py = y)
        {
            for (nint start = 0; start < y.Length; start += width)
            {
                SoftmaxRow.Scale(py + start, width, (float)(1 / SoftmaxRow.Sum(py + start, width)));
            }
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
        MatrixLength.Require(x.Length, rows, width);
        MatrixLength.Require(y.Length, rows, width);
        fixed (float* px = x, py = y)
        {
            for (nint start = 0; start < y.Length; start += width)
            {
                SoftmaxRow.Shift(px + start, width, py + start);
            }
        }

        // One call for all rows: rows are often too short to fill a register.
        Elementwise.Map<Exponential>(y, y);
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
        MatrixLength.Require(y.Length, rows, width);
        MatrixLength.Require(dy.Length, rows, width);
        MatrixLength.Require(dx.Length, rows, width);
        fixed (float* py = y, pdy = dy, pdx = dx)
        {
            for (nint start = 0; start < y.Length; start += width)
            {
                float dot = (float)SoftmaxRow.Dot(py + start, pdy + start, width);
                SoftmaxRow.Gradient(py + start, pdy + start, dot, width, pdx + start);
            }
        }
    }
}
