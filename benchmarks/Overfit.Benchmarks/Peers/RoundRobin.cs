namespace Overfit.Benchmarks.Peers;

/// <summary>
/// Measures the contenders of a workload in turn, round after round, so that whatever the machine does in a while touches all
/// of them.
/// </summary>
internal static class RoundRobin
{
    public static WorkloadResult Measure(Workload workload)
    {
        Turn[] turns = [.. workload.Contenders.Select(contender => new Turn(contender, workload.IsParallel))];
        List<double> peaks = [];
        for (int round = 0; round < workload.Rounds; round++)
        {
            peaks.Add(FmaPeak.Gigaflops());
            foreach (Turn turn in turns)
            {
                turn.Take();
            }
        }

        return new WorkloadResult(workload, [.. turns.Select(turn => turn.ToMeasurement())], Quantiles.Median(peaks));
    }
}
