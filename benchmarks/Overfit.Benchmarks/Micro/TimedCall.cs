using System.Diagnostics;
using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Micro;

/// <summary>A call that is timed again and again: each sample times so many calls in a row that the clock's grain is nothing.</summary>
/// <remarks>
/// Each sample is prepared anew, in memory of its own: where arrays stand, an unlucky distance between what is read and what is
/// written can cost several times the work itself, and that should be one sample, not all of them.
/// </remarks>
/// <param name="prepare">Allocates what the call needs and returns the call.</param>
internal sealed class TimedCall(Func<Action> prepare)
{
    private const double SampleSeconds = 0.002;

    private readonly List<double> _samples = [];
    private int _callsPerSample;

    /// <summary>Median of the samples, in seconds per call.</summary>
    public double Median => Quantiles.Median(_samples);

    /// <summary>Half the distance between the quartiles, as a share of the median.</summary>
    public double Spread => (Quantiles.At(_samples, 0.75) - Quantiles.At(_samples, 0.25)) / 2 / Median;

    /// <summary>
    /// Calls until the compiler has seen enough to compile anew what it wants to, and finds out how many calls make a sample.
    /// </summary>
    public void WarmUp()
    {
        const int CallsUntilCompiled = 60;
        const double Seconds = 0.02;
        Action call = prepare();
        int calls = 0;
        long began = Stopwatch.GetTimestamp();
        double seconds;
        do
        {
            call();
            calls++;
            seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        while (calls < CallsUntilCompiled || seconds < Seconds);
        _callsPerSample = Math.Max(1, (int)(SampleSeconds * calls / seconds));
    }

    /// <summary>
    /// Adds a sample. Calls in front of it bring memory into the caches, as it is for calls in a row: one is not enough where
    /// several arrays share the last of them.
    /// </summary>
    public void Sample()
    {
        const int UntimedCalls = 16;
        Action call = prepare();
        for (int number = 0; number < UntimedCalls; number++)
        {
            call();
        }

        long began = Stopwatch.GetTimestamp();
        for (int number = 0; number < _callsPerSample; number++)
        {
            call();
        }

        _samples.Add(Stopwatch.GetElapsedTime(began).TotalSeconds / _callsPerSample);
    }
}
