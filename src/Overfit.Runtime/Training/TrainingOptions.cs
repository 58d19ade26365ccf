namespace Overfit;

/// <summary>How long, in what batches and on what order a model is trained; the defaults are Keras's.</summary>
public sealed record TrainingOptions
{
    private const int MostThreads = 1024;

    /// <summary>Passes over the training part, at least 1. Default: 1.</summary>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 1;

    /// <summary>Rows of a step, at least 1; the last step of an epoch takes what is left. Default: 32.</summary>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 32;

    /// <summary>Measured at the end of epochs, never trained on. Default: none.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>Every how many epochs both parts are measured; the last epoch always is. Default: 1.</summary>
    public int EvaluationFrequency { get; init => field = AtLeastOne(value, nameof(EvaluationFrequency)); } = 1;

    /// <summary>
    /// Threads that share the matrix products and updates of a step, from 1 to 1,024. Default: 1, which is best for small
    /// models: train several of them at once instead. Changes no bit of the result.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range: threads beyond the processor's only wait.</exception>
    public int Threads
    {
        get;
        init => field = value <= MostThreads
            ? AtLeastOne(value, nameof(Threads))
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                $"Threads is {value}; it must be at most {MostThreads}. More than the processor has, {Environment.ProcessorCount} here, only wait.");
    }
    = 1;

    /// <summary>Fixes the order of the rows and what is dropped. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Order of the rows in each epoch. Default: shuffled anew each epoch, from <see cref="Seed"/>.</summary>
    public BatchOrder? Order { get; init; }

    /// <summary>Told of the beginning, of each epoch and of the end, in this order. Default: none.</summary>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public IReadOnlyList<Callback> Callbacks { get; init => field = Elements.NotNull(value); } = [];

    /// <summary>
    /// A file for the state of the run, written at the beginning and after each epoch: where <see cref="Trainer.Fit"/> finds
    /// it, the run goes on behind the last complete epoch, and ends as if it had never been interrupted, bit for bit. Deleted
    /// when the run ends, unless that is by cancellation, an exception, or a loss that is not finite. Default: none.
    /// </summary>
    /// <remarks>
    /// <para>The run must be the same: version of the library, architecture and its settings, parameters at the start, data,
    /// loss, metrics, optimizer, callbacks and options, <see cref="Threads"/> aside. A file of another run is refused with the
    /// first difference. Optimizers, losses, metrics and callbacks are compared by <see cref="object.ToString"/>: let a class
    /// of your own tell its settings there. A callback of your own that remembers something overrides
    /// <see cref="Callback.Save"/> and <see cref="Callback.Restore"/>.</para>
    /// <para>An <see cref="Order"/> of your own must depend on the epoch's number alone. An epoch after which parameters are
    /// not finite is not written. Give each run a file of its own: one that another run is writing, in whatever process, is
    /// refused, for which <c>*.lock</c> stands beside it meanwhile. File systems without locks, such as some network shares, cannot
    /// keep that promise.</para>
    /// <para>A symbolic link is followed: the file behind it is written, and deleted, while the link stays.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public string? Backup
    {
        get;
        init => field = value is null || !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new ArgumentException("Backup is blank; a file name was expected, or null for no backup.", nameof(value));
    }

    /// <summary>
    /// Whether the <see cref="Backup"/> of a run that has ended stays: the same call then returns the same at once, such as
    /// where the run is one of several in a program that can be interrupted. Default: false.
    /// </summary>
    public bool KeepBackup { get; init; }

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{name} is {value}; it must be at least 1.");
}
