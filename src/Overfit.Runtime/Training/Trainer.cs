using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Overfit;

/// <summary>Trains models: the counterpart of Keras's <c>compile</c>, <c>fit</c> and <c>evaluate</c>.</summary>
/// <param name="loss">What is minimized.</param>
/// <param name="optimizer">How.</param>
public sealed class Trainer(Loss loss, Optimizer optimizer)
{
    /// <summary>Reported beside the loss for each part of the data. Default: none.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Trains a model in place.</summary>
    /// <param name="model">The model; its parameters are where training starts.</param>
    /// <param name="training">The rows to train on.</param>
    /// <param name="options">How long and how; default: one epoch.</param>
    /// <param name="cancellation">Ends training after the step in progress; the run then says so.</param>
    /// <returns>The history and the trained model's losses.</returns>
    /// <exception cref="ArgumentException">The data or the loss does not fit the model; the message says why.</exception>
    public TrainingRun Fit<TModel>(
        TModel model, Dataset training, TrainingOptions? options = null, CancellationToken cancellation = default)
        where TModel : class, IModel<TModel>
    {
        options ??= new TrainingOptions();
        FitCheck.Check(TModel.Description, model, training, options.Validation, loss, Metrics);
        long began = Stopwatch.GetTimestamp();
        using ThreadTeam team = new(options.Threads);
        TrainingStep<TModel> step = new(model, training, loss, optimizer, options.BatchSize, options.Seed, team);
        TrainingProgress progress = new(TModel.Description, model.Parameters, options.Epochs, Metrics);
        BatchOrder order = options.Order ?? new ShuffledOrder(options.Seed);
        Predictor<TModel> predictor = new(model, team);
        List<EpochRecord> history = [];
        int[] rows = new int[training.Count];
        StopReason reason = StopReason.Completed;

        foreach (Callback callback in options.Callbacks)
        {
            callback.OnTrainBegin(progress);
        }

        for (int epoch = 0; epoch < options.Epochs && reason == StopReason.Completed; epoch++)
        {
            long epochBegan = Stopwatch.GetTimestamp();
            order.Fill(epoch, rows);
            double onlineLoss = 0;
            for (int start = 0; start < rows.Length && reason == StopReason.Completed; start += options.BatchSize)
            {
                ReadOnlySpan<int> batch = rows.AsSpan(start, Math.Min(options.BatchSize, rows.Length - start));
                double objective = step.Run(batch);
                onlineLoss += objective * batch.Length;
                if (!double.IsFinite(objective))
                {
                    reason = StopReason.NonFinite;
                    progress.Stop(string.Create(
                        CultureInfo.InvariantCulture,
                        $"The loss is {objective} in epoch {epoch + 1}, step {(start / options.BatchSize) + 1}: {step.FindNonFinite(batch.Length)}."));
                }
                else if (cancellation.IsCancellationRequested)
                {
                    reason = StopReason.Cancelled;
                    progress.Stop($"Cancelled in epoch {epoch + 1}.");
                }
            }

            if (reason == StopReason.Completed)
            {
                TimeSpan duration = Stopwatch.GetElapsedTime(epochBegan);
                bool isEvaluated = (epoch + 1) % options.EvaluationFrequency == 0 || epoch + 1 == options.Epochs;
                EpochRecord record = new(
                    epoch,
                    onlineLoss / rows.Length,
                    step.State.LearningRate,
                    isEvaluated ? predictor.Evaluate(training, loss, Metrics) : null,
                    isEvaluated && options.Validation is { } validation ? predictor.Evaluate(validation, loss, Metrics) : null,
                    duration);
                history.Add(record);
                foreach (Callback callback in options.Callbacks)
                {
                    callback.OnEpochEnd(progress, record);
                }

                reason = progress.StopMessage is null ? reason : StopReason.Callback;
            }
        }

        foreach (Callback callback in options.Callbacks)
        {
            callback.OnTrainEnd(progress);
        }

        return Finish(model, training, options.Validation, predictor, history, reason, progress.StopMessage, began);
    }

    /// <summary>Measures a model in inference mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The rows to measure it on.</param>
    /// <exception cref="ArgumentException">The data or the loss does not fit the model; the message says why.</exception>
    public SplitRecord Evaluate<TModel>(TModel model, Dataset data)
        where TModel : class, IModel<TModel>
    {
        FitCheck.Check(TModel.Description, model, data, validation: null, loss, Metrics);
        return new Predictor<TModel>(model).Evaluate(data, loss, Metrics);
    }

    /// <summary>Measures the trained model, with its moving statistics and with exact ones.</summary>
    private TrainingRun Finish<TModel>(
        TModel model,
        Dataset training,
        Dataset? validation,
        Predictor<TModel> predictor,
        List<EpochRecord> history,
        StopReason reason,
        string? message,
        long began)
        where TModel : class, IModel<TModel>
    {
        Evaluation Measure() => new(
            predictor.Evaluate(training, loss, Metrics),
            validation is null ? null : predictor.Evaluate(validation, loss, Metrics));
        Evaluation final = Measure();
        if (reason != StopReason.NonFinite && !double.IsFinite(final.Training.Objective))
        {
            // The last update is seen by no further step.
            reason = StopReason.NonFinite;
            message = string.Create(
                CultureInfo.InvariantCulture,
                $"The loss is {final.Training.Objective} after the last step of epoch {history.Count}: the step was too large.");
        }

        Evaluation? recalibrated = null;
        ImmutableArray<StatisticsDistance> staleness = [];
        if (model.Layers.Any(layer => layer is BatchNormalizationLayer) && reason != StopReason.NonFinite)
        {
            Block moving = model.Parameters.Copy();
            staleness = [.. Recalibration.Recalibrate(model, training)];
            recalibrated = Measure();
            moving.Span.CopyTo(model.Parameters.Span);
        }

        return new TrainingRun(
            TModel.Description,
            history,
            reason,
            message,
            final,
            recalibrated,
            staleness,
            [.. RunWarnings.Of(staleness, final, recalibrated)],
            Stopwatch.GetElapsedTime(began));
    }
}
