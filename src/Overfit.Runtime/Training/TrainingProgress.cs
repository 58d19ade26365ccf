namespace Overfit;

/// <summary>A training run while it goes on, as callbacks see it.</summary>
public sealed class TrainingProgress
{
    private readonly TrainingOptions _options;

    internal TrainingProgress(
        ModelDescription model,
        Block parameters,
        TrainingOptions options,
        IReadOnlyList<Metric> metrics,
        OptimizerState optimizer,
        IReadOnlyList<EpochRecord> history)
    {
        Model = model;
        Parameters = parameters;
        Metrics = metrics;
        _options = options;
        Optimizer = optimizer;
        History = history;
    }

    /// <summary>What is trained.</summary>
    public ModelDescription Model { get; }

    /// <summary>The model's parameters and moving statistics; may be read and changed between epochs.</summary>
    public Block Parameters { get; }

    /// <summary>Most epochs the run will have.</summary>
    public int Epochs => _options.Epochs;

    /// <summary>Whether the run measures a validation part.</summary>
    public bool HasValidation => _options.Validation is not null;

    /// <summary>The metrics whose values the records hold, in their order.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The epochs that are over; those of the backup are there when a resumed run begins.</summary>
    public IReadOnlyList<EpochRecord> History { get; }

    /// <summary>Learning rate of the next step, at least 0: what a callback sets after an epoch holds from the next one on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate
    {
        get => Optimizer.LearningRate;
        set => Optimizer.LearningRate = value;
    }

    /// <summary>Why the run stops or has stopped; null while it goes on.</summary>
    public string? StopMessage { get; private set; }

    /// <summary>What the optimizer remembers.</summary>
    internal OptimizerState Optimizer { get; }

    /// <summary>The same as one of a few reasons; <see cref="Overfit.StopReason.Completed"/> while it goes on.</summary>
    internal StopReason StopReason { get; private set; }

    /// <summary>Has the run stop after this epoch. The first reason is kept.</summary>
    /// <param name="reason">Why, for people.</param>
    public void Stop(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        Stop(StopReason.Callback, reason);
    }

    internal void Stop(StopReason reason, string message)
    {
        if (StopReason == StopReason.Completed)
        {
            (StopReason, StopMessage) = (reason, message);
        }
    }
}
