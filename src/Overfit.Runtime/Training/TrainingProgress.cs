namespace Overfit;

/// <summary>A training run while it goes on, as callbacks see it.</summary>
public sealed class TrainingProgress
{
    internal TrainingProgress(ModelDescription model, Block parameters, int epochs, IReadOnlyList<Metric> metrics)
    {
        Model = model;
        Parameters = parameters;
        Epochs = epochs;
        Metrics = metrics;
    }

    /// <summary>What is trained.</summary>
    public ModelDescription Model { get; }

    /// <summary>The model's parameters and moving statistics; may be read and changed between epochs.</summary>
    public Block Parameters { get; }

    /// <summary>Most epochs the run will have.</summary>
    public int Epochs { get; }

    /// <summary>The metrics whose values the records hold, in their order.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Why the run is to stop after this epoch; null while it goes on.</summary>
    public string? StopMessage { get; private set; }

    /// <summary>Has the run stop after this epoch.</summary>
    /// <param name="reason">Why, for people.</param>
    public void Stop(string reason) => StopMessage = reason;
}
