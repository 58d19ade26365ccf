namespace Overfit.Benchmarks.Peers;

/// <summary>Work that several contenders do side by side.</summary>
/// <param name="Name">What the filter looks in.</param>
/// <param name="Unit">The contender whose time the others are multiples of; null where there is none.</param>
/// <param name="Contenders">The first is the one that is judged.</param>
/// <param name="Targets">What it should reach; may be empty.</param>
internal sealed record Workload(
    string Name, string? Unit, IReadOnlyList<Contender> Contenders, IReadOnlyList<Target> Targets)
{
    /// <summary>How often every contender takes its turn.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>Whether numbers of threads are compared, so that time on the wall counts.</summary>
    public bool IsParallel { get; init; }
}
