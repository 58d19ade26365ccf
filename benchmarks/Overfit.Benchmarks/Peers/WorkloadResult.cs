using System.Collections.Immutable;

namespace Overfit.Benchmarks.Peers;

/// <summary>One workload, measured.</summary>
/// <param name="Workload">What was done.</param>
/// <param name="Measurements">One per contender, in their order.</param>
/// <param name="PeakGigaflops">What the core reached in the same rounds with nothing but multiply-adds in registers.</param>
internal sealed record WorkloadResult(Workload Workload, ImmutableArray<Measurement> Measurements, double PeakGigaflops)
{
    public Measurement Judged => Measurements[0];

    public Measurement Of(string contender) => Measurements.Single(measurement => measurement.Contender.Name == contender);

    /// <summary>
    /// The median over the rounds of the ratio within a round: what slows a whole round down does not change it. Null where
    /// either cannot run here.
    /// </summary>
    public double? Ratio(string contender, string unit)
    {
        ImmutableArray<double> times = Of(contender).Rounds, units = Of(unit).Rounds;
        return times.IsEmpty || units.IsEmpty ? null : Quantiles.Median(times.Zip(units, (time, unit) => time / unit));
    }
}
