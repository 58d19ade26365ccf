namespace Overfit;

/// <summary>What training a model left behind, beside the model.</summary>
/// <param name="Model">What was trained.</param>
/// <param name="History">One record for each epoch that was finished.</param>
/// <param name="StopReason">Why training ended.</param>
/// <param name="StopMessage">The same for people; null where all epochs were trained.</param>
/// <param name="Final">The model as it is now, measured with its moving statistics.</param>
/// <param name="Recalibrated">
/// The same parameters with batch normalization's moving statistics replaced by the exact ones of the training part, which
/// is not done to the model itself; null for a model without batch normalization.
/// </param>
/// <param name="Staleness">How far the moving statistics are from the exact ones, for each batch normalization layer.</param>
/// <param name="Warnings">What may mislead whoever reads the numbers.</param>
/// <param name="Duration">Time of all epochs, evaluation included.</param>
public sealed record TrainingRun(
    ModelDescription Model,
    IReadOnlyList<EpochRecord> History,
    StopReason StopReason,
    string? StopMessage,
    Evaluation Final,
    Evaluation? Recalibrated,
    IReadOnlyList<StatisticsDistance> Staleness,
    IReadOnlyList<string> Warnings,
    TimeSpan Duration);
