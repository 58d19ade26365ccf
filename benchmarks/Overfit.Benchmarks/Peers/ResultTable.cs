using System.Globalization;

namespace Overfit.Benchmarks.Peers;

/// <summary>The columns that the console and the Markdown file share.</summary>
internal static class ResultTable
{
    public static IReadOnlyList<string> Columns { get; } =
        ["contender", "median us", "quartiles", "x unit", "x first", "GFLOP/s", "% of peak", "B/call"];

    /// <summary>One row per contender, in their order.</summary>
    public static IEnumerable<string[]> Rows(WorkloadResult result) =>
        result.Measurements.Select(measurement => measurement.Obstacle is { } obstacle
            ? [measurement.Contender.Name, obstacle, "", "", "", "", "", ""]
            : Row(result, measurement));

    private static string[] Row(WorkloadResult result, Measurement measurement)
    {
        string name = measurement.Contender.Name;
        return
        [
            name,
            Time(measurement.Median),
            $"{Time(measurement.LowerQuartile)} - {Time(measurement.UpperQuartile)}",
            result.Workload.Unit is { } unit ? Number("0.00", result.Ratio(name, unit)) : "",
            Number("0.00", result.Ratio(name, result.Judged.Contender.Name)),
            Number("0.0", measurement.Gigaflops),
            Number("0", 100 * measurement.Gigaflops / result.PeakGigaflops),
            Number("0", measurement.BytesPerCall),
        ];
    }

    /// <summary>Four digits, more where the whole number needs them.</summary>
    private static string Time(double microseconds) =>
        Number(microseconds switch { < 10 => "0.000", < 100 => "0.00", < 1000 => "0.0", _ => "0" }, microseconds);

    private static string Number(string format, double? value) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
