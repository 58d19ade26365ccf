using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// Batch normalization, one register of features at a time. Sums over the rows run in four chains, of every fourth row
/// each, so that additions need not wait for each other; the chains do not depend on the register's width.
/// </summary>
internal static unsafe class BatchNormalizationColumns<TVector>
    where TVector : unmanaged, IVector<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward<TActivation>(int rows, int features, in BatchNormalizationOperands at)
        where TActivation : struct, IFusedActivation
    {
        for (int column = 0; column < features; column += TVector.Count)
        {
            TVector mask = TVector.Mask(features - column);
            TVector mean = TVector.Load(at.MovingMean + column, mask);
            TVector variance = TVector.Load(at.MovingVariance + column, mask);
            TVector inverse = TVector.Broadcast(1) / TVector.Sqrt(variance + TVector.Broadcast(at.Epsilon));
            Normalize<TActivation>(rows, features, column, at, mean, inverse, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ForwardTraining<TActivation>(int rows, int features, in BatchNormalizationOperands at)
        where TActivation : struct, IFusedActivation
    {
        TVector count = TVector.Broadcast(rows);

        // What was written is a decimal number, such as 0.99; 1 - 0.99f would be off by 1e-6 of itself.
        TVector momentum = TVector.Broadcast(at.Momentum), rest = TVector.Broadcast((float)(1 - (decimal)at.Momentum));
        for (int column = 0; column < features; column += TVector.Count)
        {
            TVector mask = TVector.Mask(features - column);
            TVector mean = Sum(rows, features, at.X + column, mask) / count;
            TVector variance = SumOfSquares(rows, features, at.X + column, mean, mask) / count;
            TVector inverse = TVector.Broadcast(1) / TVector.Sqrt(variance + TVector.Broadcast(at.Epsilon));
            mean.Store(at.Statistics + column, mask);
            inverse.Store(at.Statistics + features + column, mask);
            Move(at.MovingMean + column, mean, momentum, rest, mask);
            Move(at.MovingVariance + column, variance, momentum, rest, mask);
            Normalize<TActivation>(rows, features, column, at, mean, inverse, mask);
        }
    }

    /// <summary>
    /// dBeta = sum of dy; dGamma = sum of dy * n; dx = gamma * inverse * (dy - dBeta / rows - n * dGamma / rows), where n is
    /// the normalized x.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(int rows, int features, in BatchNormalizationOperands at)
    {
        TVector count = TVector.Broadcast(rows);
        for (int column = 0; column < features; column += TVector.Count)
        {
            TVector mask = TVector.Mask(features - column);
            TVector mean = TVector.Load(at.Statistics + column, mask);
            TVector inverse = TVector.Load(at.Statistics + features + column, mask);
            float* x = at.X + column;
            float* dy = at.DY + column;
            TVector dBeta = Sum(rows, features, dy, mask);
            TVector dGamma = SumOfProducts(rows, features, x, dy, mean, mask) * inverse;
            if (at.DBeta != null)
            {
                dBeta.Store(at.DBeta + column, mask);
            }

            if (at.DGamma != null)
            {
                dGamma.Store(at.DGamma + column, mask);
            }

            if (at.DX != null)
            {
                TVector scale = at.Gamma == null ? inverse : inverse * TVector.Load(at.Gamma + column, mask);
                TVector shift = dBeta / count;
                TVector slope = inverse * dGamma / count;
                float* dx = at.DX + column;
                for (int row = 0; row < rows; row++)
                {
                    TVector centered = TVector.Load(x, mask) - mean;
                    TVector rest = TVector.Load(dy, mask) - shift - (centered * slope);
                    (scale * rest).Store(dx, mask);
                    x += features;
                    dy += features;
                    dx += features;
                }
            }
        }
    }

    /// <summary>y = activation(x * scale + (beta - mean * scale)), as Keras computes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Normalize<TActivation>(
        int rows, int features, int column, in BatchNormalizationOperands at, TVector mean, TVector inverse, TVector mask)
        where TActivation : struct, IFusedActivation
    {
        TVector scale = at.Gamma == null ? inverse : inverse * TVector.Load(at.Gamma + column, mask);
        TVector beta = at.Beta == null ? TVector.Zero : TVector.Load(at.Beta + column, mask);
        TVector shift = beta - (mean * scale);
        float* x = at.X + column;
        float* y = at.Y + column;
        for (int row = 0; row < rows; row++)
        {
            TActivation.Apply(TVector.MultiplyAdd(TVector.Load(x, mask), scale, shift)).Store(y, mask);
            x += features;
            y += features;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(float* moving, TVector batch, TVector momentum, TVector rest, TVector mask) =>
        ((TVector.Load(moving, mask) * momentum) + (batch * rest)).Store(moving, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(int rows, nint stride, float* x, TVector mask)
    {
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        int row = 0;
        for (; row <= rows - 4; row += 4)
        {
            s0 += TVector.Load(x, mask);
            s1 += TVector.Load(x + stride, mask);
            s2 += TVector.Load(x + (2 * stride), mask);
            s3 += TVector.Load(x + (3 * stride), mask);
            x += 4 * stride;
        }

        for (; row < rows; row++)
        {
            s0 += TVector.Load(x, mask);
            x += stride;
        }

        return (s0 + s1) + (s2 + s3);
    }

    /// <summary>Sum of (x - mean) * dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SumOfProducts(int rows, nint stride, float* x, float* dy, TVector mean, TVector mask)
    {
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        int row = 0;
        for (; row <= rows - 4; row += 4)
        {
            s0 = AddProduct(s0, x, dy, mean, mask);
            s1 = AddProduct(s1, x + stride, dy + stride, mean, mask);
            s2 = AddProduct(s2, x + (2 * stride), dy + (2 * stride), mean, mask);
            s3 = AddProduct(s3, x + (3 * stride), dy + (3 * stride), mean, mask);
            x += 4 * stride;
            dy += 4 * stride;
        }

        for (; row < rows; row++)
        {
            s0 = AddProduct(s0, x, dy, mean, mask);
            x += stride;
            dy += stride;
        }

        return (s0 + s1) + (s2 + s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddProduct(TVector sum, float* x, float* dy, TVector mean, TVector mask) =>
        TVector.MultiplyAdd(TVector.Load(x, mask) - mean, TVector.Load(dy, mask), sum);

    /// <summary>Sum of (x - mean)^2. Lanes beyond the features are 0 - 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SumOfSquares(int rows, nint stride, float* x, TVector mean, TVector mask)
    {
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        int row = 0;
        for (; row <= rows - 4; row += 4)
        {
            s0 = AddSquare(s0, x, mean, mask);
            s1 = AddSquare(s1, x + stride, mean, mask);
            s2 = AddSquare(s2, x + (2 * stride), mean, mask);
            s3 = AddSquare(s3, x + (3 * stride), mean, mask);
            x += 4 * stride;
        }

        for (; row < rows; row++)
        {
            s0 = AddSquare(s0, x, mean, mask);
            x += stride;
        }

        return (s0 + s1) + (s2 + s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare(TVector sum, float* x, TVector mean, TVector mask)
    {
        TVector centered = TVector.Load(x, mask) - mean;
        return TVector.MultiplyAdd(centered, centered, sum);
    }
}
