using System.Collections.Immutable;
using System.Diagnostics;

namespace Overfit.Benchmarks.Peers;

/// <summary>
/// Measures the contenders of a workload in turn, round after round, so that whatever the machine does in a while touches all
/// of them. Each turn starts with fresh parameters in fresh memory: none drifts into weights whose arithmetic costs something
/// else, and a lucky or unlucky address is one round, not all of them.
/// </summary>
internal static class RoundRobin
{
    private const double WarmUpMilliseconds = 500;
    private const double TurnMilliseconds = 20;

    public static WorkloadResult Measure(Workload workload)
    {
        Turn[] turns = [.. workload.Contenders.Select(Turn.WarmUp)];
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

    private sealed class Turn(Contender contender)
    {
        private readonly ImmutableArray<double>.Builder _rounds = ImmutableArray.CreateBuilder<double>();
        private string? _obstacle;
        private int _calls;
        private double _bytes;

        /// <summary>Lets the just-in-time compiler finish and finds how many calls fill a turn.</summary>
        public static Turn WarmUp(Contender contender)
        {
            Turn turn = new(contender);
            try
            {
                using PreparedCall call = contender.Prepare();
                double milliseconds = 0;
                int calls = 0;
                while (milliseconds < WarmUpMilliseconds)
                {
                    int repeats = Math.Max(1, calls / 4);
                    double last = Milliseconds(call, repeats);
                    milliseconds += last;
                    calls += repeats;
                    turn._calls = Math.Max(1, (int)(TurnMilliseconds * repeats / last));
                }
            }
            catch (NotSupportedException exception)
            {
                turn._obstacle = exception.Message;
            }

            return turn;
        }

        public void Take()
        {
            if (_obstacle is not null)
            {
                return;
            }

            using PreparedCall call = contender.Prepare();

            // Brings the new memory into the caches. A call that fills a turn by itself needs none.
            Milliseconds(call, _calls / 4);
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            double milliseconds = Milliseconds(call, _calls);
            _bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / _calls;
            _rounds.Add(milliseconds * 1e3 / _calls);
        }

        public Measurement ToMeasurement() => new(contender, _rounds.ToImmutable(), _bytes, _obstacle);

        private static double Milliseconds(PreparedCall call, int repeats)
        {
            long began = Stopwatch.GetTimestamp();
            for (int i = 0; i < repeats; i++)
            {
                call.Invoke();
            }

            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
    }
}
