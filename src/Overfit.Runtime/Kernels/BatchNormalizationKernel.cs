using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// What emitted code calls for batch normalization (Ioffe and Szegedy, 2015). Features are walked in registers, and every sum
/// adds the rows in an order that does not depend on the register's width.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class BatchNormalizationKernel
{
    /// <summary>The decimals of a number up to 1 that a float holds.</summary>
    private const double Decimals = 1e7;

    /// <summary>Inference: y = activation(x * inv + (beta - mean * inv)), inv = gamma / sqrt(variance + epsilon).</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="features">Width of a row.</param>
    /// <param name="x">[rows x features].</param>
    /// <param name="gamma">[features], or empty for 1.</param>
    /// <param name="beta">[features], or empty for 0.</param>
    /// <param name="movingMean">[features].</param>
    /// <param name="movingVariance">[features].</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="y">[rows x features], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward<TActivation>(
        int rows,
        int features,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gamma,
        ReadOnlySpan<float> beta,
        ReadOnlySpan<float> movingMean,
        ReadOnlySpan<float> movingVariance,
        float epsilon,
        Span<float> y)
        where TActivation : struct, IFusedActivation
    {
        MatrixLength.Require(x.Length, rows, features);
        MatrixLength.Require(y.Length, rows, features);
        MatrixLength.RequireOptional(gamma.Length, 1, features);
        MatrixLength.RequireOptional(beta.Length, 1, features);
        MatrixLength.Require(movingMean.Length, 1, features);
        MatrixLength.Require(movingVariance.Length, 1, features);
        fixed (float* px = x, pg = gamma, pb = beta, pm = movingMean, pv = movingVariance, py = y)
        {
            BatchNormalizationOperands at = new()
            {
                X = px,
                Gamma = pg,
                Beta = pb,
                MovingMean = pm,
                MovingVariance = pv,
                Epsilon = epsilon,
                Y = py,
            };
            if (Vector512.IsHardwareAccelerated)
            {
                BatchNormalizationColumns<Lanes16>.Forward<TActivation>(rows, features, at);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                BatchNormalizationColumns<Lanes8>.Forward<TActivation>(rows, features, at);
            }
            else
            {
                BatchNormalizationColumns<Lanes4>.Forward<TActivation>(rows, features, at);
            }
        }
    }

    /// <summary>
    /// Training: the same with the batch's mean and variance (divided by n, in two passes), which also move the moving ones:
    /// moving = moving * momentum + batch * (1 - momentum).
    /// </summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="features">Width of a row.</param>
    /// <param name="x">[rows x features].</param>
    /// <param name="gamma">[features], or empty for 1.</param>
    /// <param name="beta">[features], or empty for 0.</param>
    /// <param name="movingMean">[features], updated.</param>
    /// <param name="movingVariance">[features], updated.</param>
    /// <param name="momentum">Weight of the old moving statistics.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="statistics">[2 x features]: receives mean and 1 / sqrt(variance + epsilon) for the backward pass.</param>
    /// <param name="y">[rows x features], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ForwardTraining<TActivation>(
        int rows,
        int features,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gamma,
        ReadOnlySpan<float> beta,
        Span<float> movingMean,
        Span<float> movingVariance,
        float momentum,
        float epsilon,
        Span<float> statistics,
        Span<float> y)
        where TActivation : struct, IFusedActivation
    {
        MatrixLength.Require(x.Length, rows, features);
        MatrixLength.Require(y.Length, rows, features);
        MatrixLength.RequireOptional(gamma.Length, 1, features);
        MatrixLength.RequireOptional(beta.Length, 1, features);
        MatrixLength.Require(movingMean.Length, 1, features);
        MatrixLength.Require(movingVariance.Length, 1, features);
        MatrixLength.Require(statistics.Length, 2, features);
        fixed (float* px = x, pg = gamma, pb = beta, pm = movingMean, pv = movingVariance, ps = statistics, py = y)
        {
            BatchNormalizationOperands at = new()
            {
                X = px,
                Gamma = pg,
                Beta = pb,
                MovingMean = pm,
                MovingVariance = pv,
                Momentum = momentum,

                // What was written is a decimal number, such as 0.99; 1 - 0.99f would be off by 1e-6 of itself.
                RestOfMomentum = (float)((Decimals - Math.Round(momentum * Decimals)) / Decimals),
                Epsilon = epsilon,
                Statistics = ps,
                Y = py,
            };
            if (Vector512.IsHardwareAccelerated)
            {
                BatchNormalizationColumns<Lanes16>.ForwardTraining<TActivation>(rows, features, at);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                BatchNormalizationColumns<Lanes8>.ForwardTraining<TActivation>(rows, features, at);
            }
            else
            {
                BatchNormalizationColumns<Lanes4>.ForwardTraining<TActivation>(rows, features, at);
            }
        }
    }

    /// <summary>The gradient of <see cref="ForwardTraining"/>: the batch's statistics depend on x, too.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="features">Width of a row.</param>
    /// <param name="x">[rows x features].</param>
    /// <param name="gamma">[features], or empty for 1.</param>
    /// <param name="statistics">[2 x features]: what the forward pass left.</param>
    /// <param name="dy">[rows x features], the gradient in front of the fused activation.</param>
    /// <param name="dGamma">[features], overwritten, or empty for none.</param>
    /// <param name="dBeta">[features], overwritten, or empty for none.</param>
    /// <param name="dx">[rows x features], overwritten; may be dy; empty where it is not needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(
        int rows,
        int features,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gamma,
        ReadOnlySpan<float> statistics,
        ReadOnlySpan<float> dy,
        Span<float> dGamma,
        Span<float> dBeta,
        Span<float> dx)
    {
        MatrixLength.Require(x.Length, rows, features);
        MatrixLength.Require(dy.Length, rows, features);
        MatrixLength.RequireOptional(dx.Length, rows, features);
        MatrixLength.RequireOptional(gamma.Length, 1, features);
        MatrixLength.RequireOptional(dGamma.Length, 1, features);
        MatrixLength.RequireOptional(dBeta.Length, 1, features);
        MatrixLength.Require(statistics.Length, 2, features);
        fixed (float* px = x, pg = gamma, ps = statistics, pdy = dy, pdg = dGamma, pdb = dBeta, pdx = dx)
        {
            BatchNormalizationOperands at = new()
            {
                X = px,
                Gamma = pg,
                Statistics = ps,
                DY = pdy,
                DGamma = pdg,
                DBeta = pdb,
                DX = pdx,
            };
            if (Vector512.IsHardwareAccelerated)
            {
                BatchNormalizationColumns<Lanes16>.Backward(rows, features, at);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                BatchNormalizationColumns<Lanes8>.Backward(rows, features, at);
            }
            else
            {
                BatchNormalizationColumns<Lanes4>.Backward(rows, features, at);
            }
        }
    }
}
