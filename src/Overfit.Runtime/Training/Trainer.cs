using System.Diagnostics;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace Overfit;

/// <summary>Trains models: the counterpart of Keras's <c>compile</c>, <c>fit</c> and <c>evaluate</c>.</summary>
/// <remarks>
/// Holds settings only: one trainer serves any number of threads, each with a model of its own. A model is trained by one
/// call at a time, and is not to be read by others meanwhile.
/// </remarks>
/// <param name="loss">What is minimized.</param>
/// <param name="optimizer">How.</param>
public sealed class Trainer(Loss loss, Optimizer optimizer)
{
    private readonly Loss _loss = loss ?? throw new ArgumentNullException(nameof(loss));
    private readonly Optimizer _optimizer = optimizer ?? throw new ArgumentNullException(nameof(optimizer));

    /// <summary>Reported beside the loss for each part of the data. Default: none.</summary>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public IReadOnlyList<Metric> Metrics { get; init => field = Elements.NotNull(value); } = [];

    /// <summary>Trains a model in place.</summary>
    /// <param name="model">The model; its parameters are where training starts.</param>
    /// <param name="training">The rows to train on.</param>
    /// <param name="options">How long and how; default: one epoch.</param>
    /// <param name="cancellation">Ends training before the next step; the run then says so.</param>
    /// <returns>The history and the trained model's losses.</returns>
    /// <exception cref="ArgumentException">The data or the loss does not fit the model; the message says why.</exception>
    /// <exception cref="ModelFileException">The backup is damaged or of another run.</exception>
    /// <exception cref="IOException">The backup cannot be read or written, or another run is writing it.</exception>
    /// <exception cref="UnauthorizedAccessException">The backup may not be read or written.</exception>
    /// <exception cref="InvalidOperationException">The model, or a callback that remembers a run, is in another run.</exception>
    public TrainingRun Fit<TModel>(
        TModel model, Dataset training, TrainingOptions? options = null, CancellationToken cancellation = default)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        options ??= new TrainingOptions();
        FitCheck.Check(TModel.Description, model, training, options.Validation, _loss, Metrics);
        string? backupFile = options.Backup is null ? null : SymbolicLink.Follow(options.Backup);
        FitCheck.CheckFiles(options, backupFile);
        using Turn.Held turn = model.Parameters.Training.Take(
            $"This {TModel.Description.Name} is being trained already. Wait for that run, or train a model of its own in each.");
        long began = Stopwatch.GetTimestamp();
        using ThreadTeam team = new(options.Threads);
        TrainingStep<TModel> step = new(model, training, _loss, _optimizer, options.BatchSize, options.Seed, team);
        Measurement<TModel> measurement = new(model, training, options.Validation, _loss, Metrics, team);
        List<EpochRecord> history = [];
        TrainingProgress progress = new(TModel.Description, model.Parameters, options, Metrics, step.State, history);
        CallbackSequence callbacks = new(options.Callbacks, progress);
        using FileLock? held = RunBackup.Lock(backupFile);
        BatchOrder order = options.Order ?? new ShuffledOrder(options.Seed);
        RunBackup? backup = backupFile is null ? null : new RunBackup(
            backupFile, RunIdentity.Of(model, training, options, _loss, _optimizer, Metrics), progress, callbacks, history);
        int[] rows = new int[training.Count];
        Evaluation? measured = null;
        try
        {
            callbacks.Begin();
            backup?.Begin();
            for (int epoch = history.Count; epoch < options.Epochs && progress.StopReason == StopReason.Completed; epoch++)
            {
                measured = null;
                long epochBegan = Stopwatch.GetTimestamp();
                order.Fill(epoch, rows);
                if (TakeSteps(step, epoch, rows, options.BatchSize, progress, cancellation) is { } onlineLoss)
                {
                    TimeSpan duration = Stopwatch.GetElapsedTime(epochBegan);
                    bool isMeasured = (epoch + 1) % options.EvaluationFrequency == 0 || epoch + 1 == options.Epochs;
                    measured = isMeasured ? measurement.Take() : null;
                    history.Add(new EpochRecord(
                        epoch, onlineLoss, progress.LearningRate, measured?.Training, measured?.Validation, duration));
                    callbacks.EndEpoch(history[^1]);
                    backup?.Write();
                }
            }
        }
        finally
        {
            callbacks.End();
        }

        // Callbacks may have changed the model since.
        Evaluation? latest = options.Callbacks.Count == 0 ? measured : null;
        TrainingRun run = RunEnd.Of(model, training.Count, options, step, measurement, latest, progress, history, began);
        backup?.End(run.StopReason, options.KeepBackup);
        return run;
    }

    /// <summary>Measures a model in inference mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The rows to measure it on.</param>
    /// <exception cref="ArgumentException">The data or the loss does not fit the model; the message says why.</exception>
    public SplitRecord Evaluate<TModel>(TModel model, Dataset data)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        FitCheck.Check(TModel.Description, model, data, _loss, Metrics);
        return new Predictor<TModel>(model).Evaluate(data, _loss, Metrics);
    }

    /// <summary>The steps of an epoch; their mean objective, or null where the run ends among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double? TakeSteps<TModel>(
        TrainingStep<TModel> step,
        int epoch,
        ReadOnlySpan<int> rows,
        int batchSize,
        TrainingProgress progress,
        CancellationToken cancellation)
        where TModel : class, IModel<TModel>
    {
        double sum = 0;
        for (int start = 0; start < rows.Length; start += batchSize)
        {
            if (cancellation.IsCancellationRequested)
            {
                progress.Stop(StopReason.Cancelled, Invariant($"Cancelled in epoch {epoch + 1}."));
                return null;
            }

            ReadOnlySpan<int> batch = rows.Slice(start, Math.Min(batchSize, rows.Length - start));
            double objective = step.Run(batch);
            if (!double.IsFinite(objective))
            {
                string cause = step.ExplainNonFinite(batch.Length);
                progress.Stop(
                    StopReason.NonFinite,
                    Invariant($"The loss is {objective} in epoch {epoch + 1}, step {(start / batchSize) + 1}: {cause}"));
                return null;
            }

            sum += objective * batch.Length;
        }

        return sum / rows.Length;
    }
}
