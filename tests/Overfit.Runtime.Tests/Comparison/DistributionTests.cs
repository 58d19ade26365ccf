using System.Text.Json;

namespace Overfit.Tests.Comparison;

public class DistributionTests
{
    // Values down to 1e-300 are exponentials of numbers up to 690, whose last digit is worth 1e-13 there.
    private const double Tolerance = 1e-12;

    public static TheoryData<string> Kinds => ["student_t", "chi2", "f"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ProbabilitiesAreThoseOfArbitraryPrecision(string kind)
    {
        foreach (JsonElement golden in StatisticsGoldens.Cases("distributions.json", kind))
        {
            Func<double, double> cdf = Cdf(kind, golden.GetProperty("input"));
            foreach ((double x, double expected) in golden.Numbers("input", "x").Zip(golden.Numbers("expected", "cdf")))
            {
                StatisticsGoldens.AssertClose(expected, cdf(x), Tolerance, $"{golden.GetProperty("name")} cdf({x:R})");
            }
        }
    }

    [Theory]
    [InlineData("student_t")]
    [InlineData("chi2")]
    public void QuantilesAreThoseOfArbitraryPrecision(string kind)
    {
        foreach (JsonElement golden in StatisticsGoldens.Cases("distributions.json", kind))
        {
            Func<double, double> quantile = Quantile(kind, golden.GetProperty("input"));
            foreach ((double p, double expected) in golden.Numbers("input", "p").Zip(golden.Numbers("expected", "ppf")))
            {
                StatisticsGoldens.AssertClose(expected, quantile(p), Tolerance, $"{golden.GetProperty("name")} quantile({p:R})");
            }
        }
    }

    [Fact]
    public void EndsAreReached()
    {
        StudentT t = new(3);
        ChiSquare chiSquare = new(3);
        FisherF f = new(3, 4);

        Assert.Equal((0, 0.5, 1), (t.Cdf(double.NegativeInfinity), t.Cdf(0), t.Cdf(double.PositiveInfinity)));
        Assert.Equal((double.NegativeInfinity, 0, double.PositiveInfinity), (t.Quantile(0), t.Quantile(0.5), t.Quantile(1)));
        Assert.Equal((0, 0, 1), (chiSquare.Cdf(-1), chiSquare.Cdf(0), chiSquare.Cdf(double.PositiveInfinity)));
        Assert.Equal((0, double.PositiveInfinity), (chiSquare.Quantile(0), chiSquare.Quantile(1)));
        Assert.Equal((0, 0, 1), (f.Cdf(-1), f.Cdf(0), f.Cdf(double.PositiveInfinity)));
    }

    [Fact]
    public void NotANumberStaysOne()
    {
        Assert.True(double.IsNaN(new StudentT(3).Cdf(double.NaN)));
        Assert.True(double.IsNaN(new ChiSquare(3).Cdf(double.NaN)));
        Assert.True(double.IsNaN(new FisherF(3, 4).Cdf(double.NaN)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void WhatIsNoProbabilityIsRefused(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudentT(3).Quantile(probability));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChiSquare(3).Quantile(probability));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ImpossibleDegreesOfFreedomAreRefused(double degrees)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudentT(degrees));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChiSquare(degrees));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FisherF(degrees, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FisherF(1, degrees));
    }

    private static Func<double, double> Cdf(string kind, JsonElement input) => kind switch
    {
        "student_t" => new StudentT(input.GetProperty("df").GetDouble()).Cdf,
        "chi2" => new ChiSquare(input.GetProperty("df").GetDouble()).Cdf,
        _ => new FisherF(input.GetProperty("df1").GetDouble(), input.GetProperty("df2").GetDouble()).Cdf,
    };

    private static Func<double, double> Quantile(string kind, JsonElement input) => kind switch
    {
        "student_t" => new StudentT(input.GetProperty("df").GetDouble()).Quantile,
        _ => new ChiSquare(input.GetProperty("df").GetDouble()).Quantile,
    };
}
