using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>What emitted code calls for a fully connected layer. Matrices are dense, row after row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class DenseKernel
{
    /// <summary>y [rows x units] = activation(x [rows x inputs] . kernel [inputs x units] + bias [units]).</summary>
    /// <param name="team">Shares the work where it is large.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="inputs">Width of a row of x.</param>
    /// <param name="units">Width of a row of y.</param>
    /// <param name="x">[rows x inputs].</param>
    /// <param name="kernel">[inputs x units].</param>
    /// <param name="bias">[units], or empty for none.</param>
    /// <param name="y">[rows x units], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward<TActivation>(
        ThreadTeam team,
        int rows,
        int inputs,
        int units,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> bias,
        Span<float> y)
        where TActivation : struct, IFusedActivation
    {
        ArgumentNullException.ThrowIfNull(team);
        MatrixLength.Require(x.Length, rows, inputs);
        MatrixLength.Require(kernel.Length, inputs, units);
        MatrixLength.Require(y.Length, rows, units);
        fixed (float* px = x, pk = kernel, pb = bias, py = y)
        {
            Operands at = new(px, inputs, 1, pk, units, py, units);
            if (units == 1)
            {
                DotProduct.Multiply(rows, inputs, px, pk, bias.IsEmpty ? 0 : bias[0], py);
                if (typeof(TActivation) != typeof(Linear))
                {
                    TActivation.Forward(y, y);
                }
            }
            else if (bias.IsEmpty)
            {
                Product.Multiply(team, rows, units, inputs, at, default(ActivationEpilogue<TActivation>));
            }
            else
            {
                MatrixLength.Require(bias.Length, 1, units);
                Product.Multiply(team, rows, units, inputs, at, new BiasEpilogue<TActivation>(pb));
            }
        }
    }

    /// <summary>dKernel [inputs x units] = x^T . dy; dBias [units] = sum of dy over the rows.</summary>
    /// <param name="team">Shares the work where it is large.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="inputs">Width of a row of x.</param>
    /// <param name="units">Width of a row of dy.</param>
    /// <param name="x">[rows x inputs].</param>
    /// <param name="dy">[rows x units], the gradient in front of the fused activation.</param>
    /// <param name="dKernel">[inputs x units], overwritten.</param>
    /// <param name="dBias">[units], overwritten, or empty for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BackwardParameters(
        ThreadTeam team,
        int rows,
        int inputs,
        int units,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> dy,
        Span<float> dKernel,
        Span<float> dBias)
    {
        ArgumentNullException.ThrowIfNull(team);
        MatrixLength.Require(x.Length, rows, inputs);
        MatrixLength.Require(dy.Length, rows, units);
        MatrixLength.Require(dKernel.Length, inputs, units);
        fixed (float* px = x, pdy = dy, pdk = dKernel, pdb = dBias)
        {
            if (units == 1)
            {
                // A column is the same memory as a row: dKernel^T [1 x inputs] = dy^T . x reads and writes whole registers.
                Operands transposed = new(pdy, 1, 1, px, inputs, pdk, inputs);
                Product.Multiply(team, 1, inputs, rows, transposed, default(NoEpilogue));
            }
            else
            {
                Operands at = new(px, 1, inputs, pdy, units, pdk, units);
                Product.Multiply(team, inputs, units, rows, at, default(NoEpilogue));
            }

            if (!dBias.IsEmpty)
            {
                MatrixLength.Require(dBias.Length, 1, units);
                float one = 1;
                Product.Multiply(
                    team, 1, units, rows, new Operands(&one, 0, 0, pdy, units, pdb, units), default(NoEpilogue));
            }
        }
    }

    /// <summary>dx [rows x inputs] = (dy . kernel^T) * activation'(x), where x is what the fused activation in front put out.</summary>
    /// <param name="team">Shares the work where it is large.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="inputs">Width of a row of x.</param>
    /// <param name="units">Width of a row of dy.</param>
    /// <param name="dy">[rows x units].</param>
    /// <param name="kernel">[inputs x units].</param>
    /// <param name="transposed">
    /// Scratch for the kernel's transpose: at least inputs * units floats, and units * 16 more where inputs are a multiple of
    /// 256. None is needed for one unit.
    /// </param>
    /// <param name="x">[rows x inputs].</param>
    /// <param name="dx">[rows x inputs], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void BackwardInputs<TActivation>(
        ThreadTeam team,
        int rows,
        int inputs,
        int units,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> kernel,
        Span<float> transposed,
        ReadOnlySpan<float> x,
        Span<float> dx)
        where TActivation : struct, IFusedActivation
    {
        ArgumentNullException.ThrowIfNull(team);
        MatrixLength.Require(x.Length, rows, inputs);
        MatrixLength.Require(dy.Length, rows, units);
        MatrixLength.Require(kernel.Length, inputs, units);
        MatrixLength.Require(dx.Length, rows, inputs);
        fixed (float* px = x, pdy = dy, pk = kernel, pt = transposed, pdx = dx)
        {
            // A kernel of one unit is its own transpose.
            float* right = pk;
            int rightRow = inputs;
            if (units > 1)
            {
                rightRow = Transposition.RowLength(inputs);
                MatrixLength.Require(transposed[..(rightRow * units)].Length, units, rightRow);
                Transposition.Transpose(team, inputs, units, pk, pt);
                right = pt;
            }

            Operands at = new(pdy, units, 1, right, rightRow, pdx, inputs);
            Product.Multiply(team, rows, inputs, units, at, new DerivativeEpilogue<TActivation>(px, inputs));
        }
    }
}
