namespace Overfit.Tests.Training;

/// <summary>All that a run leaves, times aside, of a run that was interrupted as often as asked.</summary>
/// <param name="Parameters">Bits of the parameters and moving statistics.</param>
/// <param name="History">The epochs.</param>
/// <param name="Run">What the last part of the run returned.</param>
/// <param name="Stopping">The early stopping of the last part.</param>
/// <param name="Starts">How often the run was started.</param>
/// <param name="Steps">Steps that the last part took.</param>
internal sealed record ResumedRun(
    int[] Parameters, EpochRecord[] History, TrainingRun Run, EarlyStopping? Stopping, int Starts, int Steps)
{
    /// <summary>Runs to the end; each start has a model, a trainer and callbacks of its own.</summary>
    /// <param name="data">The rows to train on.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="options">Makes the options.</param>
    /// <param name="steps">Each start is cancelled in this step, unless the run is over before; null: none is.</param>
    public static ResumedRun Of<TModel>(
        Dataset data, Loss loss, Optimizer optimizer, Func<TrainingOptions> options, int? steps = null)
        where TModel : class, IModel<TModel>
    {
        for (int starts = 1; ; starts++)
        {
            TModel model = TModel.Create(seed: 5);
            using CancellingLoss cancelling = new(loss, steps);
            TrainingOptions settings = options();
            Trainer trainer = new(cancelling, optimizer) { Metrics = [Metric.RootMeanSquaredError()] };
            TrainingRun run = trainer.Fit(model, data, settings, cancelling.Token);
            if (run.StopReason != StopReason.Cancelled)
            {
                return new(
                    [.. model.Parameters.Span.ToArray().Select(BitConverter.SingleToInt32Bits)],
                    [.. run.History.Select(epoch => epoch with { Duration = TimeSpan.Zero })],
                    run,
                    settings.Callbacks.OfType<EarlyStopping>().SingleOrDefault(),
                    starts,
                    cancelling.Steps);
            }
        }
    }

    public void RequireSame(ResumedRun other)
    {
        Assert.Equal(other.Parameters, Parameters);
        Assert.Equal(other.History, History);
        Assert.Equal((other.Run.StopReason, other.Run.StopMessage), (Run.StopReason, Run.StopMessage));
        Assert.Equal((other.Run.Final, other.Run.Recalibrated), (Run.Final, Run.Recalibrated));
        Assert.Equal(other.Run.Warnings, Run.Warnings);
        Assert.Equal(
            (other.Stopping?.BestEpoch, other.Stopping?.BestValue, other.Stopping?.Wait, other.Stopping?.StoppedEpoch),
            (Stopping?.BestEpoch, Stopping?.BestValue, Stopping?.Wait, Stopping?.StoppedEpoch));
    }
}
