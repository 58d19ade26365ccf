using System.Collections.Immutable;

namespace Overfit.Benchmarks.Peers;

/// <summary>
/// The turns of one contender. Each starts with fresh parameters in fresh memory: none drifts into weights whose arithmetic
/// costs something else, and a lucky or unlucky address is one round, not all of them.
/// </summary>
internal sealed class Turn
{
    private const double WarmUpMilliseconds = 500;
    private const double SliceMilliseconds = 2;
    private const double SlicesPerTurn = 10;

    private readonly Contender _contender;
    private readonly bool _isParallel;
    private readonly ImmutableArray<double>.Builder _rounds = ImmutableArray.CreateBuilder<double>();
    private readonly string? _obstacle;
    private readonly int _callsPerSlice;
    private readonly int _slices;
    private double _bytes;

    /// <summary>Lets the just-in-time compiler finish and finds how many calls fill a turn.</summary>
    /// <param name="contender">Whose turns.</param>
    /// <param name="isParallel">Whether threads are compared: time on the wall then counts.</param>
    public Turn(Contender contender, bool isParallel)
    {
        _contender = contender;
        _isParallel = isParallel;
        try
        {
            using PreparedCall call = contender.Prepare();
            double perCall = WarmUp(call);
            _callsPerSlice = Math.Max(1, (int)(SliceMilliseconds / perCall));
            _slices = (int)Math.Clamp(SlicesPerTurn * SliceMilliseconds / (perCall * _callsPerSlice), 1, SlicesPerTurn);
        }
        catch (Exception exception) when (
            exception is NotSupportedException or DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            _obstacle = $"cannot run: {exception.GetBaseException().Message.Split('\n')[0]}";
        }
    }

    public Measurement ToMeasurement() => new(_contender, _rounds.ToImmutable(), _bytes, _obstacle);

    /// <summary>Adds the median of the slices: an interruption of a moment is not taken for the contender.</summary>
    public void Take()
    {
        if (_obstacle is not null)
        {
            return;
        }

        using PreparedCall call = _contender.Prepare();

        // Brings the new memory into the caches.
        Milliseconds(call, _callsPerSlice);
        double[] slices = new double[_slices];
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < slices.Length; i++)
        {
            slices[i] = Milliseconds(call, _callsPerSlice) * 1e3 / (_callsPerSlice * _contender.Repeats);
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        _bytes = bytes / ((double)_slices * _callsPerSlice * _contender.Repeats);
        _rounds.Add(Quantiles.Median(slices));
    }

    /// <summary>Milliseconds of a call in the last of ever longer series.</summary>
    private double WarmUp(PreparedCall call)
    {
        double total = 0, last = 0;
        for (int calls = 1; total < WarmUpMilliseconds; calls += calls)
        {
            last = Milliseconds(call, calls);
            total += last;
            last /= calls;
        }

        return last;
    }

    private double Milliseconds(PreparedCall call, int repeats)
    {
        Lap lap = new();
        for (int i = 0; i < repeats; i++)
        {
            call.Invoke();
        }

        return _isParallel ? lap.ElapsedMilliseconds : lap.RunningMilliseconds;
    }
}
