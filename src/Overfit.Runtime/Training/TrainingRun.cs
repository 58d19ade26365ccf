namespace Overfit;

/// <summary>What training a model left behind, beside the model.</summary>
public sealed class TrainingRun
{
    internal TrainingRun(
        ModelDescription model,
        IReadOnlyList<EpochRecord> history,
        StopReason stopReason,
        string? stopMessage,
        Evaluation final,
        Evaluation? recalibrated,
        IReadOnlyList<StatisticsDistance> staleness,
        IReadOnlyList<string> warnings,
        TimeSpan duration)
    {
        Model = model;
        History = history;
        StopReason = stopReason;
        StopMessage = stopMessage;
        Final = final;
        Recalibrated = recalibrated;
        Staleness = staleness;
        Warnings = warnings;
        Duration = duration;
    }

    /// <summary>What was trained.</summary>
    public ModelDescription Model { get; }

    /// <summary>One record for each epoch that was finished.</summary>
    public IReadOnlyList<EpochRecord> History { get; }

    /// <summary>Why training ended.</summary>
    public StopReason StopReason { get; }

    /// <summary>The same for people; null where all epochs were trained.</summary>
    public string? StopMessage { get; }

    /// <summary>The model as it is now, measured with its moving statistics.</summary>
    public Evaluation Final { get; }

    /// <summary>
    /// The same parameters with batch normalization's moving statistics replaced by the exact ones of the training part, which
    /// is not done to the model itself; null for a model without batch normalization, or where there are no finite ones.
    /// </summary>
    public Evaluation? Recalibrated { get; }

    /// <summary>How far the moving statistics are from the exact ones, for each batch normalization layer.</summary>
    public IReadOnlyList<StatisticsDistance> Staleness { get; }

    /// <summary>What may mislead whoever reads the numbers.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Time of all epochs, evaluation included; of a resumed run, since it was resumed.</summary>
    public TimeSpan Duration { get; }
}
