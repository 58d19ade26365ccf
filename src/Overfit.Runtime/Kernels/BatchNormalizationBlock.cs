using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>Batch normalization of the columns that one register holds, all of them or those that a mask selects.</summary>
internal static unsafe class BatchNormalizationBlock<TVector, TMask>
    where TVector : unmanaged, IVector<TVector>
    where TMask : struct, ISwitch
{
    /// <summary>Inference, with the moving statistics.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward<TActivation>(int rows, int features, int column, in BatchNormalizationOperands at)
        where TActivation : struct, IFusedActivation
    {
        TVector mask = TVector.Mask(features - column);
        TVector mean = Load(at.MovingMean + column, mask);
        TVector inverse = InverseDeviation(Load(at.MovingVariance + column, mask), at);
        Normalize<TActivation>(rows, features, column, at, mean, inverse, mask);
    }

    /// <summary>The batch's statistics, which also move the moving ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Measure(int rows, int features, int column, in BatchNormalizationOperands at)
    {
        TVector mask = TVector.Mask(features - column), count = TVector.Broadcast(rows);
        float* x = at.X + column;
        TVector mean = ColumnSums<TVector, TMask>.OfValues(rows, features, x, mask) / count;
        TVector variance = ColumnSums<TVector, TMask>.OfSquares(rows, features, x, mean, mask) / count;
        Store(mean, at.Statistics + column, mask);
        Store(InverseDeviation(variance, at), at.Statistics + features + column, mask);
        Move(at.MovingMean + column, mean, at, mask);
        Move(at.MovingVariance + column, variance, at, mask);
    }

    /// <summary>Training, with the statistics that were measured.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ForwardTraining<TActivation>(int rows, int features, int column, in BatchNormalizationOperands at)
        where TActivation : struct, IFusedActivation
    {
        TVector mask = TVector.Mask(features - column);
        TVector mean = Load(at.Statistics + column, mask), inverse = Load(at.Statistics + features + column, mask);
        Normalize<TActivation>(rows, features, column, at, mean, inverse, mask);
    }

    /// <summary>
    /// dBeta = sum of dy; dGamma = sum of dy * n; dx = gamma * inverse * (dy - dBeta / rows - n * dGamma / rows), where n is
    /// the normalized x.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(int rows, int features, int column, in BatchNormalizationOperands at)
    {
        TVector mask = TVector.Mask(features - column), count = TVector.Broadcast(rows);
        TVector mean = Load(at.Statistics + column, mask);
        TVector inverse = Load(at.Statistics + features + column, mask);
        float* x = at.X + column;
        float* dy = at.DY + column;
        TVector products = ColumnSums<TVector, TMask>.OfProducts(rows, features, x, dy, mean, mask, out TVector dBeta);
        TVector dGamma = products * inverse;
        if (at.DBeta != null)
        {
            Store(dBeta, at.DBeta + column, mask);
        }

        if (at.DGamma != null)
        {
            Store(dGamma, at.DGamma + column, mask);
        }

        if (at.DX != null)
        {
            TVector scale = at.Gamma == null ? inverse : inverse * Load(at.Gamma + column, mask);
            TVector shift = dBeta / count;
            TVector slope = -(inverse * dGamma / count);
            float* dx = at.DX + column;
            for (int row = 0; row < rows; row++)
            {
                TVector centered = Load(x, mask) - mean;
                TVector rest = TVector.MultiplyAdd(centered, slope, Load(dy, mask) - shift);
                Store(scale * rest, dx, mask);
                x += features;
                dy += features;
                dx += features;
            }
        }
    }

    /// <summary>y = activation(x * scale + (beta - mean * scale)), as Keras computes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Normalize<TActivation>(
        int rows, int features, int column, in BatchNormalizationOperands at, TVector mean, TVector inverse, TVector mask)
        where TActivation : struct, IFusedActivation
    {
        TVector scale = at.Gamma == null ? inverse : inverse * Load(at.Gamma + column, mask);
        TVector beta = at.Beta == null ? TVector.Zero : Load(at.Beta + column, mask);
        TVector shift = beta - (mean * scale);
        float* x = at.X + column;
        float* y = at.Y + column;
        for (int row = 0; row < rows; row++)
        {
            Store(TActivation.Apply(TVector.MultiplyAdd(Load(x, mask), scale, shift)), y, mask);
            x += features;
            y += features;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector InverseDeviation(TVector variance, in BatchNormalizationOperands at) =>
        TVector.Broadcast(1) / TVector.Sqrt(variance + TVector.Broadcast(at.Epsilon));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(float* moving, TVector batch, in BatchNormalizationOperands at, TVector mask)
    {
        TVector momentum = TVector.Broadcast(at.Momentum), rest = TVector.Broadcast(at.RestOfMomentum);
        Store((Load(moving, mask) * momentum) + (batch * rest), moving, mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load(float* source, TVector mask) => ColumnSums<TVector, TMask>.Load(source, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector value, float* destination, TVector mask) =>
        ColumnSums<TVector, TMask>.Store(value, destination, mask);
}
