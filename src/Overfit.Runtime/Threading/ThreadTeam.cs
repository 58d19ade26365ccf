using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Overfit;

/// <summary>
/// Threads that compute the parts of a training step together. One that waits for work first looks for it, which takes less
/// than a microsecond to see, and sleeps when there is none for a while. Handing out work allocates nothing.
/// </summary>
/// <remarks>A team serves one training: it is not for two threads that ask for work.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ThreadTeam : IDisposable
{
    /// <summary>Looks for work before a thread sleeps: some 100 microseconds, longer than the gaps within a step.</summary>
    private const int LooksBeforeSleep = 2000;

    private const int SpinsPerLook = 10;

    private readonly Thread[] _threads;
    private readonly Dictionary<Type, ParallelWork> _works = [];
    private readonly object _gate = new();
    private ParallelWork? _work;
    private Exception? _failure;
    private int _round;
    private int _unfinished;
    private int _asleep;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">Number of threads, at least 1: the one that asks for work is one of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public ThreadTeam(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _threads = new Thread[count - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int part = i + 1;
            _threads[i] = new Thread(() => Serve(part)) { IsBackground = true, Name = $"Overfit {part}" };
            _threads[i].Start();
        }
    }

    /// <summary>A team of nobody but the thread that asks.</summary>
    public static ThreadTeam Alone { get; } = new(1);

    /// <summary>Number of threads, with the one that asks for work.</summary>
    public int Count => _threads.Length + 1;

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        if (_threads.Length > 0)
        {
            Announce(null);
            foreach (Thread thread in _threads)
            {
                thread.Join();
            }
        }
    }

    /// <summary>The team's one object of a kind of work, to be filled in and run.</summary>
    internal TWork Work<TWork>()
        where TWork : ParallelWork, new()
    {
        if (!_works.TryGetValue(typeof(TWork), out ParallelWork? work))
        {
            _works[typeof(TWork)] = work = new TWork();
        }

        return (TWork)work;
    }

    /// <summary>Does all parts of the work, the first on the calling thread; returns when all are done.</summary>
    internal void Run(ParallelWork work)
    {
        _unfinished = _threads.Length;
        Announce(work);
        work.Run(0, Count);
        SpinWait spin = default;
        while (Volatile.Read(ref _unfinished) > 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        if (_failure is { } failure)
        {
            _failure = null;
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Begins a round with this work; none ends the threads.</summary>
    private void Announce(ParallelWork? work)
    {
        _work = work;
        Interlocked.Increment(ref _round);

        // A thread counts itself asleep before it looks for the last time: it sees the round, or is seen here.
        if (Volatile.Read(ref _asleep) > 0)
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends the work is thrown on by the thread that asked for it.")]
    private void Serve(int part)
    {
        for (int round = 0; ; round++)
        {
            Await(round);
            if (_work is not { } work)
            {
                return;
            }

            try
            {
                work.Run(part, Count);
            }
            catch (Exception failure)
            {
                _failure = failure;
            }

            Interlocked.Decrement(ref _unfinished);
        }
    }

    /// <summary>Waits until the round after this one has begun.</summary>
    private void Await(int round)
    {
        for (int looks = 0; looks < LooksBeforeSleep; looks++)
        {
            if (Volatile.Read(ref _round) != round)
            {
                return;
            }

            Thread.SpinWait(SpinsPerLook);
        }

        lock (_gate)
        {
            Interlocked.Increment(ref _asleep);
            while (Volatile.Read(ref _round) == round)
            {
                Monitor.Wait(_gate);
            }

            Interlocked.Decrement(ref _asleep);
        }
    }
}
