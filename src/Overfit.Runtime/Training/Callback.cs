namespace Overfit;

/// <summary>Watches a training run and may stop it. One instance belongs to one run at a time.</summary>
/// <remarks>
/// A run calls its callbacks on the thread that called <see cref="Trainer"/>. One that remembers something, such as
/// <see cref="EarlyStopping"/>, refuses a second run at once: make one for each run.
/// </remarks>
public abstract class Callback
{
    /// <summary>Before the first epoch. Whoever throws here is told of nothing more.</summary>
    public virtual void OnTrainBegin(TrainingProgress progress)
    {
    }

    /// <summary>After each epoch and its evaluation.</summary>
    public virtual void OnEpochEnd(TrainingProgress progress, EpochRecord record)
    {
    }

    /// <summary>After the last epoch, however training ended, be it by an exception.</summary>
    public virtual void OnTrainEnd(TrainingProgress progress)
    {
    }

    /// <summary>
    /// Puts what the callback remembers into the run's backup, after the beginning and after each epoch's end; see
    /// <see cref="TrainingOptions.Backup"/>. Default: nothing.
    /// </summary>
    public virtual void Save(CallbackState state)
    {
    }

    /// <summary>
    /// After the beginning of a run that goes on from a backup: remembers what <see cref="Save"/> wrote. The run's parameters,
    /// learning rate and history come back without the callback's help.
    /// </summary>
    public virtual void Restore(CallbackState state)
    {
    }
}
