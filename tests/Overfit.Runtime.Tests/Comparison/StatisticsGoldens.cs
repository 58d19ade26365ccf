using System.Text.Json;

namespace Overfit.Tests.Comparison;

/// <summary>Reference values from <c>goldens/statistics</c>.</summary>
internal static class StatisticsGoldens
{
    public static IEnumerable<JsonElement> Cases(string file, string kind)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "goldens", "statistics", file);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray()
            .Where(golden => golden.GetProperty("kind").GetString() == kind)
            .Select(golden => golden.Clone())];
    }

    public static double[] Numbers(this JsonElement element, string group, string name) =>
        [.. element.GetProperty(group).GetProperty(name).EnumerateArray().Select(Number)];

    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
        : element.GetDouble();

    /// <summary>Relative comparison; numbers below the smallest normal double have no digits to compare.</summary>
    public static void AssertClose(double expected, double actual, double tolerance, string what)
    {
        bool close = expected == actual
            || (Math.Abs(expected) < 1e-300 && Math.Abs(actual) < 2e-300)
            || Math.Abs(actual - expected) <= tolerance * Math.Abs(expected);
        Assert.True(close, $"{what}: expected {expected:R}, received {actual:R}, relative difference {(actual / expected) - 1:E1}");
    }
}
