namespace Overfit;

/// <summary>What an optimizer remembers between steps: how many there were, the learning rate, and its moments.</summary>
public sealed class OptimizerState
{
    private const int Alignment = 16;

    private readonly Block _moments;
    private readonly int _stride;
    private DecayPower _firstDecay = new();
    private DecayPower _secondDecay = new();

    /// <summary>A state at the start of a run, all moments 0.</summary>
    /// <param name="parameterCount">Number of parameters, at least 0.</param>
    /// <param name="momentCount">How many floats are remembered for each parameter, at least 0.</param>
    /// <param name="learningRate">Learning rate to start with, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not in range.</exception>
    /// <exception cref="OverflowException">The moments are more than <see cref="int.MaxValue"/> floats.</exception>
    public OptimizerState(int parameterCount, int momentCount, float learningRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameterCount);
        ArgumentOutOfRangeException.ThrowIfNegative(momentCount);
        ParameterCount = parameterCount;
        MomentCount = momentCount;
        LearningRate = learningRate;

        // Each moment starts on a cache line, as the parameters do.
        _stride = checked(parameterCount + Alignment - 1) & -Alignment;
        _moments = new Block(checked(_stride * momentCount));
    }

    /// <summary>Number of parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>How many floats are remembered for each parameter.</summary>
    public int MomentCount { get; }

    /// <summary>Steps taken.</summary>
    public long Step { get; set; }

    /// <summary>Learning rate of the next step, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate { get; set => field = (float)Setting.AtLeastZero(value); }

    /// <summary>What the step in progress multiplies its direction with; fixed when it begins.</summary>
    internal float StepSize { get; set; }

    /// <summary>What the first moment's past is worth by now; follows from the step.</summary>
    internal ref DecayPower FirstDecay => ref _firstDecay;

    /// <summary>What the second moment's past is worth by now; follows from the step.</summary>
    internal ref DecayPower SecondDecay => ref _secondDecay;

    /// <summary>All moments, as they lie.</summary>
    internal Block Moments => _moments;

    /// <summary>[parameters]: the <paramref name="index"/>th moment of every parameter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such moment.</exception>
    public Span<float> Moment(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MomentCount);
        return _moments.Slice(index * _stride, ParameterCount);
    }
}
