namespace Overfit;

/// <summary>Watches a training run and may stop it. One instance belongs to one run at a time.</summary>
public abstract class Callback
{
    /// <summary>Before the first epoch.</summary>
    public virtual void OnTrainBegin(TrainingProgress progress)
    {
    }

    /// <summary>After each epoch and its evaluation.</summary>
    public virtual void OnEpochEnd(TrainingProgress progress, EpochRecord record)
    {
    }

    /// <summary>After the last epoch, however training ended.</summary>
    public virtual void OnTrainEnd(TrainingProgress progress)
    {
    }
}
