namespace Overfit.Tests.Losses;

/// <summary>
/// The order of the sum is part of the result: the same additions, written for one number at a time, give the same bits. As
/// this holds whatever vectors the processor has, no width changes a result.
/// </summary>
public sealed class ErrorSumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(32)]
    [InlineData(100)]
    [InlineData(640)]
    [InlineData(1283)]
    public void Sum_and_gradient_are_those_of_eight_lanes(int length)
    {
        // Magnitudes far apart, so that another order would round otherwise.
        Random random = new(length);
        float[] scores = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() * MathF.Pow(10, random.Next(-6, 6)))];
        float[] targets = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())];
        const double Delta = 0.7;
        double[] lanes = new double[8];
        float[] slopes = new float[length];
        for (int i = 0; i < length; i++)
        {
            double error = (double)scores[i] - targets[i];
            double slope = Math.Clamp(error, -Delta, Delta);
            lanes[i % 8] += slope * (error - (slope * 0.5));
            slopes[i] = (float)(slope * (1.0 / length));
        }

        double sum = lanes[0] + lanes[4] + (lanes[1] + lanes[5]) + (lanes[2] + lanes[6] + (lanes[3] + lanes[7]));
        float[] gradient = new float[length];
        Assert.Equal(sum, ErrorSum.OfAndGradient(new HuberError(Delta), scores, targets, 1.0 / length, gradient));
        Assert.Equal(slopes, gradient);
    }

    [Fact]
    public void Slope_of_the_absolute_error_is_0_where_there_is_none()
    {
        float[] gradient = new float[3];
        double sum = new MeanAbsoluteError().SumAndGradient([1, 2, 3], [1, 5, 1], rows: 3, gradient);
        Assert.Equal(5, sum);
        Assert.Equal([0, -1 / 3f, 1 / 3f], gradient);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_Huber_delta_is_finite_and_positive(double delta)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new Huber(delta));
        Assert.Contains("finite number greater than 0", error.Message, StringComparison.Ordinal);
    }
}
