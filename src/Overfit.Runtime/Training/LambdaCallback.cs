namespace Overfit;

/// <summary>A callback made of a function.</summary>
/// <param name="onEpochEnd">Called after each epoch and its evaluation.</param>
public sealed class LambdaCallback(Action<TrainingProgress, EpochRecord> onEpochEnd) : Callback
{
    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingProgress progress, EpochRecord record) => onEpochEnd(progress, record);
}
