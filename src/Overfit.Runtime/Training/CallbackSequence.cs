namespace Overfit;

/// <summary>The callbacks of one run, told in their order. Each that was told of the beginning is told of the end.</summary>
internal sealed class CallbackSequence(IReadOnlyList<Callback> callbacks, TrainingProgress progress)
{
    private int _begun;

    public void Begin()
    {
        for (; _begun < callbacks.Count; _begun++)
        {
            callbacks[_begun].OnTrainBegin(progress);
        }
    }

    public void EndEpoch(EpochRecord record)
    {
        foreach (Callback callback in callbacks)
        {
            callback.OnEpochEnd(progress, record);
        }
    }

    public void Save(StateFile file)
    {
        for (int i = 0; i < callbacks.Count; i++)
        {
            callbacks[i].Save(new CallbackState(file, i + 1));
        }
    }

    public void Restore(StateFile file)
    {
        for (int i = 0; i < callbacks.Count; i++)
        {
            callbacks[i].Restore(new CallbackState(file, i + 1));
        }
    }

    /// <summary>Tells all of the end, those behind one that throws included; what is thrown last goes on.</summary>
    public void End() => EndFrom(0);

    private void EndFrom(int index)
    {
        if (index == _begun)
        {
            return;
        }

        try
        {
            callbacks[index].OnTrainEnd(progress);
        }
        finally
        {
            EndFrom(index + 1);
        }
    }
}
