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
    private const double MostMillisecondsPerPlace = 30;
    private const int SlicesPerPlace = 3;

    private readonly Contender _contender;
    private readonly bool _isParallel;
    private readonly ImmutableArray<double>.Builder _rounds = ImmutableArray.CreateBuilder<double>();
    private readonly string? _obstacle;
    private readonly int _callsPerSlice;
    private readonly int _slicesPerPlace;
    private double _bytes;

    /// <summary>Lets the just-in-time compiler finish and finds how many calls fill a slice.</summary>
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
            _slicesPerPlace = SlicesPerPlace * _callsPerSlice * perCall <= MostMillisecondsPerPlace ? SlicesPerPlace : 1;
        }
        catch (Exception exception) when (
            exception is NotSupportedException or DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            _obstacle = $"cannot run: {exception.GetBaseException().Message.Split('\n')[0]}";
        }
    }

    // Other threads have stacks of their own, which this one's place does not move.
    private int Places => _isParallel ? 1 : StackShift.Places;

    public Measurement ToMeasurement() => new(_contender, _rounds.ToImmutable(), _bytes, _obstacle);

    /// <summary>
    /// Adds a mean over the stack's places of the median of slices: an interruption of a moment is not taken for the contender.
    /// </summary>
    public void Take()
    {
        if (_obstacle is not null)
        {
            return;
        }

        using PreparedCall call = _contender.Prepare();

        // Brings the new memory into the caches.
        Milliseconds(call, _callsPerSlice);
        double[][] slices = [.. Enumerable.Range(0, Places).Select(_ => new double[_slicesPerPlace])];
        Func<double> measure = () => Milliseconds(call, _callsPerSlice) * 1e3 / (_callsPerSlice * _contender.Repeats);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        for (int slice = 0; slice < _slicesPerPlace; slice++)
        {
            for (int place = 0; place < Places; place++)
            {
                slices[place][slice] = StackShift.Call(place, measure);
            }
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        _bytes = bytes / ((double)Places * _slicesPerPlace * _callsPerSlice * _contender.Repeats);
        _rounds.Add(slices.Average(Quantiles.Median));
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
