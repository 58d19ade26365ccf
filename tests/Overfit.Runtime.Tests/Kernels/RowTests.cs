using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>Kernels of whole rows and layers: softmax, batch normalization, dropout and penalties.</summary>
public sealed class RowTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(1, 40), 100];

    [Theory]
    [MemberData(nameof(Widths))]
    public void ARowOfSoftmaxDependsOnNothingAroundIt(int width)
    {
        int length = 5 * width;
        float[] x = Fence.Read(Values(length, 1)), dy = Fence.Read(Values(length, 2));
        float[] y = Softmaxes(5, x[..length]), dx = Slopes(5, y, dy[..length]);
        for (int row = 0; row < 5; row++)
        {
            Range range = (row * width)..((row + 1) * width);
            float[] one = Softmaxes(1, x[range]);
            Assert.Equal(y[range], one);
            Assert.Equal(dx[range], Slopes(1, one, dy[range]));
            Assert.Equal(1, one.Sum(value => (double)value), 2e-7 * 3);
        }

        Softmax.Forward(5, width, x.AsSpan(0, length), x.AsSpan(0, length));
        Softmax.Backward(5, width, y, dy.AsSpan(0, length), dy.AsSpan(0, length));
        Assert.Equal(y, x[..length]);
        Assert.Equal(dx, dy[..length]);

        float[] Softmaxes(int rows, float[] values)
        {
            float[] from = Fence.Read(values), to = Fence.Write(new float[values.Length]);
            Softmax.Forward(rows, width, from.AsSpan(0, values.Length), to.AsSpan(0, values.Length));
            return Fence.Within(to);
        }

        float[] Slopes(int rows, float[] outputs, float[] slopes)
        {
            float[] to = Fence.Write(new float[outputs.Length]);
            Softmax.Backward(
                rows,
                width,
                Fence.Read(outputs).AsSpan(0, outputs.Length),
                Fence.Read(slopes).AsSpan(0, outputs.Length),
                to.AsSpan(0, outputs.Length));
            return Fence.Within(to);
        }
    }

    /// <summary>exp(1000) is more than a float holds: only the row's largest, wherever it stands, makes all of them finite.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void TheLargestIsFoundWhereverItStands(int width)
    {
        for (int largest = 0; largest < width; largest++)
        {
            float[] x = new float[width], y = new float[width], expected = new float[width];
            x[largest] = 1000;
            expected[largest] = 1;
            Softmax.Forward(1, width, x, y);
            Assert.Equal(expected, y);
        }
    }

    /// <summary>
    /// A central difference with a step of 1e-5 is off by 1e-10 times the third derivative, and by 1e-15 over the step; the
    /// float32 softmax by a few units of 2^-24 of numbers below 3.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(30)]
    public void TheGradientOfSoftmaxIsItsDerivative(int width)
    {
        float[] x = Values(width, 1), dy = Values(width, 2), y = new float[width], dx = new float[width];
        Softmax.Forward(1, width, x, y);
        Softmax.Backward(1, width, y, dy, dx);
        for (int i = 0; i < width; i++)
        {
            Assert.Equal((Weighted(i, 1e-5) - Weighted(i, -1e-5)) / 2e-5, dx[i], 3e-6);
        }

        double Weighted(int moved, double step)
        {
            double[] powers = [.. x.Select((value, i) => Math.Exp(value + (i == moved ? step : 0)))];
            return powers.Zip(dy, (power, slope) => power * slope).Sum() / powers.Sum();
        }
    }

    [Fact]
    public void SoftmaxOfLargeLogitsIsFiniteAndNaNStaysInItsRow()
    {
        float[] y = new float[9];
        Softmax.Forward(3, 3, [3e38f, -3e38f, 3e38f, 1, float.NaN, 2, 1000, 999, 0], y);
        Assert.Equal([0.5f, 0, 0.5f], y[..3]);
        Assert.All(y[3..6], value => Assert.Equal(float.NaN, value));
        Assert.Equal(1 / (1 + Math.Exp(-1)), y[6], 1e-6);
    }

    [Fact]
    public void TheGradientOfBatchNormalizationMayReplaceWhatItReads()
    {
        float[] x = Values(7 * 13, 1), gamma = Values(13, 2), dy = Values(7 * 13, 3), statistics = new float[26];
        float[] y = new float[x.Length], dx = new float[x.Length], dGamma = new float[13], dBeta = new float[13];
        BatchNormalizationKernel.ForwardTraining<Linear>(
            7, 13, x, gamma, [], new float[13], new float[13], 0.99f, 1e-3f, statistics, y);
        BatchNormalizationKernel.Backward(7, 13, x, gamma, statistics, dy, dGamma, dBeta, dx);
        BatchNormalizationKernel.Backward(7, 13, x, gamma, statistics, dy, new float[13], new float[13], dy);
        Assert.Equal(dx, dy);
    }

    [Fact]
    public void NaNStaysInItsFeature()
    {
        float[] x = Values(5 * 7, 1), mean = new float[7], variance = new float[7], y = new float[x.Length];
        x[7 + 2] = float.NaN;
        BatchNormalizationKernel.ForwardTraining<ReLU>(5, 7, x, [], [], mean, variance, 0.99f, 1e-3f, new float[14], y);
        for (int i = 0; i < y.Length; i++)
        {
            Assert.Equal(i % 7 == 2, float.IsNaN(y[i]));
        }

        Assert.Equal([2], Enumerable.Range(0, 7).Where(feature => float.IsNaN(mean[feature]) && float.IsNaN(variance[feature])));
    }

    [Fact]
    public void DropoutMultipliesByItsMaskInBothDirections()
    {
        DropoutRandom random = new(1, 2);
        float[] x = Values(1000, 1), dy = Values(1000, 2), expected = new float[1000];
        float[] mask = new float[1000], y = new float[1000], dx = new float[1000];
        random.FillMask(3, 0.3f, expected);
        DropoutKernel.Forward(random, 3, 0.3f, x, mask, y);
        DropoutKernel.Backward(mask, dy, dx);
        Assert.Equal(expected, mask);
        Assert.Equal(x.Zip(mask, (value, factor) => value * factor), y);
        Assert.Equal(dy.Zip(mask, (value, factor) => value * factor), dx);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(30)]
    [InlineData(100)]
    public void PenaltiesAreSumsInDouble(int length)
    {
        float[] w = Values(length, 1);
        double absolute = w.Sum(value => (double)MathF.Abs(value)), squares = w.Sum(value => (double)value * value);

        // The strengths are floats; double rounds the sums at most a hundred times.
        Assert.Equal((0.1f * absolute) + (0.2f * squares), PenaltyKernel.Value(w, 0.1f, 0.2f), 1e-12);
        Assert.Equal(((0.1f * absolute) + (0.2f * squares)) / 5, ActivityPenaltyKernel.Value(w, 5, 0.1f, 0.2f), 1e-12);
        Assert.Equal(0, ActivityPenaltyKernel.Value(w, 5, 0, 0));
    }

    [Fact]
    public void APenaltyHasNoSlopeAtZero()
    {
        float[] gradient = [10, 20, 30];
        PenaltyKernel.AddGradient([-2, 0, 2], 0.5f, 0.25f, gradient);
        Assert.Equal([10 - 0.5f - 1, 20, 30 + 0.5f + 1], gradient);
        PenaltyKernel.AddGradient([float.NaN, 1, 1], 0, 1, gradient);
        Assert.Equal(float.NaN, gradient[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(100)]
    public void AnL2GradientRoundsOnceAtEveryWidth(int length)
    {
        float[] w = Values(length, 1), gradient = [.. Values(length, 2), 5], untouched = [.. gradient];
        float[] expected = [.. w.Zip(gradient, (weight, slope) => MathF.FusedMultiplyAdd(2 * 0.3f, weight, slope)), 5];
        PenaltyKernel.AddGradient(w, 0, 0.3f, gradient);
        Assert.Equal(expected, gradient);
        PenaltyKernel.AddGradient(w, 0, 0, untouched);
        Assert.Equal([.. Values(length, 2), 5], untouched);
    }

    /// <summary>Weights that have run off to infinity cost nothing where a penalty is off; 0 * infinity would be NaN.</summary>
    [Fact]
    public void PenaltiesThatAreOffReadNothing()
    {
        float[] far = [float.PositiveInfinity, float.NaN, -2];
        Assert.Equal(0, PenaltyKernel.Value(far, 0, 0));
        Assert.Equal(0, ActivityPenaltyKernel.Value(far, 3, 0, 0));
        Assert.Equal(2.5, PenaltyKernel.Value([-2, 3], 0.5f, 0));
        Assert.Equal(6.5, PenaltyKernel.Value([-2, 3], 0, 0.5f));
        Assert.Equal(1.25, ActivityPenaltyKernel.Value([-2, 3], 2, 0.5f, 0));
        Assert.Equal(3.25, ActivityPenaltyKernel.Value([-2, 3], 2, 0, 0.5f));
        float[] gradient = [1, 2, 3];
        PenaltyKernel.AddGradient(far, 0, 0, gradient);
        Assert.Equal([1f, 2, 3], gradient);
        PenaltyKernel.AddGradient([-2, 0, 2], 0.5f, 0, gradient);
        Assert.Equal([0.5f, 2, 3.5f], gradient);
        ActivityPenaltyKernel.AddGradient<Linear>([-2, 0, 2], 4, 2, 1, gradient);
        Assert.Equal([0.5f - 0.5f - 1, 2, 3.5f + 0.5f + 1], gradient);
    }

    private static float[] Values(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (6 * random.NextSingle()) - 3)];
    }
}
