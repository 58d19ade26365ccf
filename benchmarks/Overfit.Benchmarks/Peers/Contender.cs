namespace Overfit.Benchmarks.Peers;

/// <summary>One way to do a workload, or a unit to hold it against.</summary>
/// <param name="Name">Unique within the workload.</param>
/// <param name="Operations">
/// Floating-point operations of the matrix products of one call, a multiply-add counted as two; 0 where there are none.
/// </param>
/// <param name="Prepare">
/// Builds model, data and memory anew. Throws <see cref="NotSupportedException"/>, or what the loader of native libraries
/// throws, where this machine cannot run it; the table then gives the reason.
/// </param>
internal sealed record Contender(string Name, double Operations, Func<PreparedCall> Prepare)
{
    /// <summary>How often one <see cref="PreparedCall.Invoke"/> does the work; times and operations are those of once.</summary>
    public int Repeats { get; init; } = 1;
}
