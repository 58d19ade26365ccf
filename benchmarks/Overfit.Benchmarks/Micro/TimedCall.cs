using System.Diagnostics;
using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Micro;

/// <summary>A call that is timed again and again: each sample times so many calls in a row that the clock's grain is nothing.</summary>
internal sealed class TimedCall
{
    private const double SampleSeconds = 0.002;

    private readonly Action _call;
    private readonly List<double> _samples = [];
    private int _callsPerSample;

    public TimedCall(Action call) => _call = call;

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
        int calls = 0;
        long began = Stopwatch.GetTimestamp();
        double seconds;
        do
        {
            _call();
            calls++;
            seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        while (calls < CallsUntilCompiled || seconds < Seconds);
        _callsPerSample = Math.Max(1, (int)(SampleSeconds * calls / seconds));
    }

    /// <summary>Adds a sample. A call in front of it brings the caches back into the state that calls in a row have.</summary>
    public void Sample()
    {
        _call();
        long began = Stopwatch.GetTimestamp();
        for (int call = 0; call < _callsPerSample; call++)
        {
            _call();
        }

        _samples.Add(Stopwatch.GetElapsedTime(began).TotalSeconds / _callsPerSample);
    }
}
