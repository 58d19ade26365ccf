using System.Collections.Immutable;

namespace Overfit.Benchmarks.Peers;

/// <summary>What one contender took.</summary>
/// <param name="Contender">Who.</param>
/// <param name="Rounds">Microseconds per call in each round; empty where it cannot run here.</param>
/// <param name="BytesPerCall">Managed bytes that a call allocates on its thread.</param>
/// <param name="Obstacle">Why it cannot run here.</param>
internal sealed record Measurement(Contender Contender, ImmutableArray<double> Rounds, double BytesPerCall, string? Obstacle)
{
    public double Median => Rounds.IsEmpty ? double.NaN : Quantiles.Median(Rounds);

    public double LowerQuartile => Quantiles.At(Rounds, 0.25);

    public double UpperQuartile => Quantiles.At(Rounds, 0.75);

    /// <summary>Operations a second / 1e9; null where the contender has no products.</summary>
    public double? Gigaflops => Contender.Operations > 0 ? Contender.Operations / Median / 1e3 : null;
}
