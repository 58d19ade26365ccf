namespace Overfit;

/// <summary>How long, in what batches and on what order a model is trained; the defaults are Keras's.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training part, at least 1. Default: 1.</summary>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 1;

    /// <summary>Rows of a step, at least 1; the last step of an epoch takes what is left. Default: 32.</summary>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 32;

    /// <summary>Measured at the end of epochs, never trained on. Default: none.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>Every how many epochs both parts are measured; the last epoch always is. Default: 1.</summary>
    public int EvaluationFrequency { get; init => field = AtLeastOne(value, nameof(EvaluationFrequency)); } = 1;

    /// <summary>
    /// Threads that share the matrix products and updates of a step, at least 1. Default: 1, which is best for small models:
    /// train several of them at once instead. Changes no bit of the result.
    /// </summary>
    public int Threads { get; init => field = AtLeastOne(value, nameof(Threads)); } = 1;

    /// <summary>Fixes the order of the rows and what is dropped. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Order of the rows in each epoch. Default: shuffled anew each epoch, from <see cref="Seed"/>.</summary>
    public BatchOrder? Order { get; init; }

    /// <summary>Told of the beginning, of each epoch and of the end, in this order. Default: none.</summary>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public IReadOnlyList<Callback> Callbacks { get; init => field = Elements.NotNull(value); } = [];

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{name} is {value}; it must be at least 1.");
}
