using System.Diagnostics;
using static System.FormattableString;

namespace Overfit;

/// <summary>What is measured and said once training has ended.</summary>
internal static class RunEnd
{
    /// <summary>Measures the model as it is, unless the latest measurement still holds; where it does not, it is null.</summary>
    public static TrainingRun Of<TModel>(
        TModel model,
        int rows,
        TrainingOptions options,
        TrainingStep<TModel> step,
        Measurement<TModel> measurement,
        Evaluation? latest,
        TrainingProgress progress,
        IReadOnlyList<EpochRecord> history,
        long began)
        where TModel : class, IModel<TModel>
    {
        (StopReason reason, string? message) = (progress.StopReason, progress.StopMessage);
        Evaluation final = latest ?? measurement.Take();
        if (reason != StopReason.NonFinite && !double.IsFinite(final.Training.Objective))
        {
            // No further step has seen the last update.
            reason = StopReason.NonFinite;
            message = Invariant($"The loss is {final.Training.Objective} after the last step: {step.ExplainNonFinite()}");
        }

        IReadOnlyList<StatisticsDistance> staleness = [];
        Evaluation? recalibrated = null;
        List<string> warnings = [];
        if (reason != StopReason.NonFinite && model.Layers.LastOrDefault(layer => layer is BatchNormalizationLayer) is { } last)
        {
            warnings.AddRange(RunWarnings.OfSingleRows(last.Name, options.BatchSize, rows) is { } single ? [single] : []);
            try
            {
                (staleness, recalibrated) = measurement.TakeRecalibrated();
                warnings.AddRange(RunWarnings.OfStaleness(staleness, final, recalibrated) is { } stale ? [stale] : []);
            }
            catch (NotFiniteNumberException refusal)
            {
                warnings.Add(refusal.Message);
            }
        }

        return new TrainingRun(
            TModel.Description, history, reason, message, final, recalibrated, staleness, warnings, Stopwatch.GetElapsedTime(began));
    }
}
