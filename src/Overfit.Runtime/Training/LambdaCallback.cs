namespace Overfit;

/// <summary>A callback made of a function.</summary>
/// <param name="onEpochEnd">Called after each epoch and its evaluation.</param>
public sealed class LambdaCallback(Action<TrainingProgress, EpochRecord> onEpochEnd) : Callback
{
    private readonly Action<TrainingProgress, EpochRecord> _onEpochEnd =
        onEpochEnd ?? throw new ArgumentNullException(nameof(onEpochEnd));

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingProgress progress, EpochRecord record) => _onEpochEnd(progress, record);
}
