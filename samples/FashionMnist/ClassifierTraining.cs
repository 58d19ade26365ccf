using Overfit;
using Overfit.Reporting;
using Spectre.Console;

namespace FashionMnist;

/// <summary>
/// How the classifier is trained: with Adam's usual learning rate as long as that helps the validation part, and then with a
/// tenth of it, which settles what large steps leave unsettled.
/// </summary>
/// <param name="History">All epochs, numbered through.</param>
/// <param name="Last">The run that ended it; its losses and accuracies are those of the trained model.</param>
/// <param name="Duration">Time of all epochs, evaluation included.</param>
internal sealed record ClassifierTraining(IReadOnlyList<EpochRecord> History, TrainingRun Last, TimeSpan Duration)
{
    private static readonly double[] LearningRates = [0.001, 0.0001];

    /// <summary>Trains the model in place.</summary>
    /// <param name="console">Shows how it goes.</param>
    /// <param name="model">Ends as it was in the last run's best epoch by validation accuracy.</param>
    /// <param name="split">What to train on and what to choose by.</param>
    /// <param name="epochs">At most, with each learning rate.</param>
    /// <param name="seed">Fixes the order of the rows and what is dropped.</param>
    /// <param name="backups">The folder from which an interrupted training goes on; null for none.</param>
    /// <param name="cancellation">Ends training after the step in progress.</param>
    public static ClassifierTraining Run(
        IAnsiConsole console,
        ClothingClassifier model,
        DataSplit split,
        int epochs,
        int seed,
        string? backups,
        CancellationToken cancellation)
    {
        Metric accuracy = Metric.SparseCategoricalAccuracy();
        EarlyStopping stopping = new()
        {
            Monitor = Quantity.ValidationMetric(accuracy.Name, isBetterHigher: true),
            Patience = 15,
            RestoreBestWeights = true,
        };
        TrainingOptions options = new()
        {
            Epochs = epochs,
            BatchSize = 128,
            Validation = split.Validation,
            Seed = seed,
            Threads = Environment.ProcessorCount,
            Callbacks = [stopping, new ProgressDisplay(console)],
            KeepBackup = true,   // the first run's is needed until the second one has ended
        };

        List<TrainingRun> runs = [];
        foreach (double rate in LearningRates)
        {
            console.WriteLine($"Learning rate {rate}:");
            Trainer trainer = new(new SparseCategoricalCrossEntropy(), new Adam { LearningRate = rate }) { Metrics = [accuracy] };
            TrainingRun run = trainer.Fit(
                model, split.Training, options with { Backup = BackupOf(backups, rate) }, cancellation);
            console.WriteLine(run.StopMessage ?? $"All {epochs} epochs were trained.");
            runs.Add(run);
            if (run.StopReason is StopReason.Cancelled or StopReason.NonFinite)
            {
                break;
            }
        }

        if (runs[^1].StopReason is StopReason.Completed or StopReason.Callback)
        {
            Array.ForEach(LearningRates, rate => Delete(BackupOf(backups, rate)));
        }

        IEnumerable<EpochRecord> history = runs.SelectMany(run => run.History);
        return new(
            [.. history.Select((record, epoch) => record with { Epoch = epoch })],
            runs[^1],
            runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Duration));
    }

    private static string? BackupOf(string? folder, double rate) =>
        folder is null ? null : Path.Combine(folder, FormattableString.Invariant($"rate-{rate}.safetensors"));

    private static void Delete(string? backup)
    {
        if (backup is not null)
        {
            File.Delete(backup);
        }
    }
}
