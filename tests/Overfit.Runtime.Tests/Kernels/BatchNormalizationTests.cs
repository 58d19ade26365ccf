using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>
/// Batch normalization of single features against its formulas in double, at numbers of rows that do and do not fill the
/// four chains of the sums.
/// </summary>
public sealed class BatchNormalizationTests
{
    /// <summary>Two registers at a time, single ones, and a part of one.</summary>
    private const int Features = 45;
    private const float Epsilon = 0.25f;

    /// <summary>
    /// The longest sum has 32 terms of at most 6 * 3, in four chains: the j-th addition of a chain rounds 18 j by up to
    /// 2^-24 of itself, 4 * 18 * (1 + ... + 8) in all. Adding the chains and what follows comes to less than that again.
    /// </summary>
    private const double Tolerance = 2 * 4 * 18 * 36.0 / (1 << 24);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(8, true)]
    [InlineData(32, true)]
    public void TrainingFollowsTheBatch(int rows, bool affine)
    {
        float[] x = Values(rows * Features, 1), dy = Values(rows * Features, 2);
        float[] gamma = affine ? Values(Features, 3) : [], beta = affine ? Values(Features, 4) : [];
        float[] mean = Values(Features, 5), variance = [.. Values(Features, 6).Select(MathF.Abs)];
        float[] oldMean = [.. mean], oldVariance = [.. variance];
        float[] statistics = new float[2 * Features], y = new float[x.Length], dx = new float[x.Length];
        float[] dGamma = new float[gamma.Length], dBeta = new float[beta.Length];
        BatchNormalizationKernel.ForwardTraining<Linear>(
            rows, Features, x, gamma, beta, mean, variance, 0.75f, Epsilon, statistics, y);
        BatchNormalizationKernel.Backward(rows, Features, x, gamma, statistics, dy, dGamma, dBeta, dx);

        for (int feature = 0; feature < Features; feature++)
        {
            double[] column = Column(x, feature), slopes = Column(dy, feature);
            double average = column.Average(), spread = column.Average(value => Math.Pow(value - average, 2));
            double inverse = 1 / Math.Sqrt(spread + Epsilon);
            double scale = affine ? gamma[feature] : 1, shift = affine ? beta[feature] : 0;
            double[] normalized = [.. column.Select(value => (value - average) * inverse)];
            double slopeOfScale = normalized.Zip(slopes, (n, slope) => n * slope).Sum(), slopeOfShift = slopes.Sum();

            Near(average, statistics[feature]);
            Near(inverse, statistics[Features + feature]);
            Near((0.75 * oldMean[feature]) + (0.25 * average), mean[feature]);
            Near((0.75 * oldVariance[feature]) + (0.25 * spread), variance[feature]);
            Assert.All(Column(y, feature).Zip(normalized), pair => Near((pair.Second * scale) + shift, pair.First));
            Assert.All(Column(dx, feature).Select((actual, row) => (actual, row)), at => Near(
                scale * inverse * (slopes[at.row] - (slopeOfShift / rows) - (normalized[at.row] * slopeOfScale / rows)),
                at.actual));
            if (affine)
            {
                Near(slopeOfScale, dGamma[feature]);
                Near(slopeOfShift, dBeta[feature]);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void InferenceFollowsTheMovingStatistics(bool affine)
    {
        float[] x = Values(3 * Features, 1), y = new float[x.Length];
        float[] gamma = affine ? Values(Features, 3) : [], beta = affine ? Values(Features, 4) : [];
        float[] mean = Values(Features, 5), variance = [.. Values(Features, 6).Select(MathF.Abs)];
        BatchNormalizationKernel.Forward<Linear>(3, Features, x, gamma, beta, mean, variance, Epsilon, y);
        for (int i = 0; i < x.Length; i++)
        {
            int feature = i % Features;
            double normalized = ((double)x[i] - mean[feature]) / Math.Sqrt((double)variance[feature] + Epsilon);
            Near(affine ? (normalized * gamma[feature]) + beta[feature] : normalized, y[i]);
        }
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, Tolerance);

    private static double[] Column(float[] matrix, int feature) =>
        [.. matrix.Where((_, i) => i % Features == feature).Select(value => (double)value)];

    private static float[] Values(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (6 * random.NextSingle()) - 3)];
    }
}
