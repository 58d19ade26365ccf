using System.Text.Json;
using KerasSeeds;

namespace Overfit.Keras.Seeds;

/// <summary>The test by which 200 trainings are compared with 200 of Keras.</summary>
public sealed class KolmogorovSmirnovTests
{
    public static TheoryData<string> Names => [.. Cases.Select(golden => golden.GetProperty("name").GetString()!)];

    private static IEnumerable<JsonElement> Cases =>
        JsonDocument.Parse(File.ReadAllBytes(GoldenCases.PathOf("statistics", "ranks.json"))).RootElement
            .GetProperty("cases").EnumerateArray()
            .Where(golden => golden.GetProperty("kind").GetString() == "kolmogorov_smirnov");

    /// <summary>SciPy's exact test, whose own values are given to a relative 1e-10.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void DistanceAndProbabilityAreThoseOfSciPy(string name)
    {
        JsonElement golden = Cases.Single(golden => golden.GetProperty("name").GetString() == name);
        JsonElement expected = golden.GetProperty("expected");
        KolmogorovSmirnov test = KolmogorovSmirnov.Test(Sample(golden, "x"), Sample(golden, "y"));
        Assert.Equal(expected.GetProperty("d").GetDouble(), test.Distance, 1e-15);
        double p = expected.GetProperty("p_exact").GetDouble();
        Assert.Equal(p, test.P, 1e-10 * p);
    }

    /// <summary>By hand: of 6 ways to merge 2 and 2 values, aabb and bbaa part them; any is 1/2 apart after one value.</summary>
    [Theory]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 3.0, 4.0 }, 1.0, 2.0 / 6)]
    [InlineData(new[] { 1.0, 3.0 }, new[] { 2.0, 4.0 }, 0.5, 1.0)]
    public void TwoAndTwoValuesCanBeCounted(double[] first, double[] second, double distance, double probability)
    {
        KolmogorovSmirnov test = KolmogorovSmirnov.Test(first, second);
        Assert.Equal(distance, test.Distance);
        Assert.Equal(probability, test.P, 1e-15);
        Assert.Equal(test, KolmogorovSmirnov.Test(second, first));
    }

    [Fact]
    public void TwoHundredAndTwoHundredValuesNeedADistanceOf0165ToDifferAtOnePercent()
    {
        double[] first = [.. Enumerable.Range(0, 200).Select(i => (double)i)];
        Assert.True(KolmogorovSmirnov.Test(first, Shifted(32)).P > 0.01);
        Assert.True(KolmogorovSmirnov.Test(first, Shifted(33)).P < 0.01);

        // Moved by half a step more than whole steps, the two functions are apart by that many 200ths.
        double[] Shifted(int steps) => [.. first.Select(value => value + steps - 0.5)];
    }

    private static double[] Sample(JsonElement golden, string name) =>
        [.. golden.GetProperty("input").GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
