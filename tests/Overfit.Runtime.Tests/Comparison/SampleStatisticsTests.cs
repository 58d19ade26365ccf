using System.Text.Json;

namespace Overfit.Tests.Comparison;

public class SampleStatisticsTests
{
    [Fact]
    public void MeanDeviationAndIntervalAreThoseOfSciPy()
    {
        foreach (JsonElement golden in StatisticsGoldens.Cases("paired.json", "resampled_t"))
        {
            string name = golden.GetProperty("name").GetString()!;
            JsonElement expected = golden.GetProperty("expected");
            double level = golden.GetProperty("input").GetProperty("confidence").GetDouble();
            double[] interval = expected.Numbers("naive", "ci");

            SampleStatistics statistics = SampleStatistics.Of(golden.Numbers("input", "d"));

            // A mean of about a dozen numbers of mixed signs carries a few rounding errors of the largest of them.
            Near(expected.GetProperty("mean").GetDouble(), statistics.Mean, name);
            Near(Math.Sqrt(expected.GetProperty("variance").GetDouble()), statistics.StandardDeviation, name);
            Near(interval[0], statistics.ConfidenceInterval(level).Lower, name);
            Near(interval[1], statistics.ConfidenceInterval(level).Upper, name);

            void Near(double reference, double actual, string what) => Assert.True(
                Math.Abs(actual - reference) <= 1e-12 * (Math.Abs(reference) + statistics.StandardDeviation),
                $"{what}: expected {reference:R}, received {actual:R}");
        }
    }

    [Fact]
    public void OneMeasurementHasNoSpread()
    {
        SampleStatistics statistics = SampleStatistics.Of(2.5);

        Assert.Equal((1, 2.5), (statistics.Count, statistics.Mean));
        Assert.True(double.IsNaN(statistics.StandardDeviation));
        Assert.True(double.IsNaN(statistics.ConfidenceInterval().HalfWidth));
    }

    [Fact]
    public void NoMeasurementIsRefused() => Assert.Throws<ArgumentException>(() => SampleStatistics.Of());

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(95.0)]
    [InlineData(double.NaN)]
    public void WhatIsNoLevelIsRefused(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleStatistics.Of(1, 2).ConfidenceInterval(level));
}
