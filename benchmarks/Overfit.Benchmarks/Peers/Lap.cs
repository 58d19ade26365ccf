using System.Diagnostics;

namespace Overfit.Benchmarks.Peers;

/// <summary>Measures from its creation on.</summary>
internal readonly struct Lap()
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _used = Environment.CpuUsage.TotalTime;

    /// <summary>Time on the wall.</summary>
    public double ElapsedMilliseconds => Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    /// <summary>
    /// Time in which this process had a core, helper threads included: what other programs take from a busy machine is not
    /// counted. Windows counts it in ticks of 16 ms, so that time on the wall stands for it there.
    /// </summary>
    public double RunningMilliseconds
    {
        get
        {
            double elapsed = ElapsedMilliseconds;
            return OperatingSystem.IsWindows()
                ? elapsed
                : Math.Min(elapsed, (Environment.CpuUsage.TotalTime - _used).TotalMilliseconds);
        }
    }
}
