using System.Globalization;

namespace Overfit.Benchmarks.Peers;

/// <summary>What the judged contender should reach: a value that is at most a limit.</summary>
/// <param name="Unit">What the value is a multiple of, in words.</param>
/// <param name="Limit">The most the value may be.</param>
/// <param name="Value">The value; null where it could not be measured.</param>
internal sealed record Target(string Unit, double Limit, Func<WorkloadResult, double?> Value)
{
    /// <summary>At most a multiple of what another contender of the workload takes.</summary>
    public static Target Against(string contender, double limit) =>
        new($"x {contender}", limit, result => result.Ratio(result.Judged.Contender.Name, contender));

    /// <summary>At most so many microseconds.</summary>
    public static Target Microseconds(double limit) => new("us", limit, result => result.Judged.Median);

    /// <summary>At most a multiple of the least it can take: its arithmetic at peak and another contender.</summary>
    public static Target AgainstPeakAnd(string contender, double limit) => new(
        $"x (products at peak + {contender})",
        limit,
        result => result.Judged.Median
            / ((result.Judged.Contender.Operations / result.PeakGigaflops / 1e3) + result.Of(contender).Median));

    public string Verdict(WorkloadResult result) => Value(result) is { } value
        ? string.Create(
            CultureInfo.InvariantCulture, $"{value:0.00} of at most {Limit:0.##} {Unit}: {(value <= Limit ? "met" : "not met")}")
        : string.Create(CultureInfo.InvariantCulture, $"at most {Limit:0.##} {Unit}: not measured");
}
