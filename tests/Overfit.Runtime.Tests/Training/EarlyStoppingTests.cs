using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>Early stopping in a run; its decisions alone are compared with Keras's elsewhere.</summary>
public sealed class EarlyStoppingTests
{
    private static readonly Trainer Trainer = new(new MeanSquaredError(), new Adam { LearningRate = 0.05 });

    [Fact]
    public void TheBestEpochsParametersAndStatisticsComeBack()
    {
        List<float[]> epochs = [];
        LambdaCallback recording = new((progress, _) => epochs.Add(progress.Parameters.Span.ToArray()));
        EarlyStopping stopping = new() { Patience = 2, RestoreBestWeights = true };
        NormalizedRegressor model = new(1);
        TrainingRun run = Trainer.Fit(model, TrainingData.Line(80), new TrainingOptions
        {
            Epochs = 500,
            Validation = TrainingData.Line(20, seed: 1),
            Callbacks = [recording, stopping],
        });

        Assert.Equal(StopReason.Callback, run.StopReason);
        Assert.Equal(run.History[^1].Epoch, stopping.StoppedEpoch);
        Assert.Equal(stopping.BestEpoch + 2, stopping.StoppedEpoch);
        Assert.Contains($"of epoch {stopping.BestEpoch + 1} for 2 epochs.", run.StopMessage);
        SplitRecord best = run.History[stopping.BestEpoch].Validation!;
        Assert.Equal(run.History.Min(record => record.Validation!.Objective), best.Objective);

        Assert.Equal(epochs[stopping.BestEpoch], model.Parameters.Span.ToArray());
        Assert.NotEqual(epochs[^1][4609..], model.Parameters.Span[4609..].ToArray());
        Assert.Equal(best, run.Final.Validation);
    }

    [Fact]
    public void WithoutRestoringTheLastEpochStays()
    {
        List<float[]> epochs = [];
        LambdaCallback recording = new((progress, _) => epochs.Add(progress.Parameters.Span.ToArray()));
        EarlyStopping stopping = new() { Patience = 2 };
        PlainRegressor model = new(1);
        TrainingRun run = Trainer.Fit(model, TrainingData.Line(80), new TrainingOptions
        {
            Epochs = 500,
            Validation = TrainingData.Line(20, seed: 1),
            Callbacks = [recording, stopping],
        });
        Assert.Equal(StopReason.Callback, run.StopReason);
        Assert.Equal(epochs[^1], model.Parameters.Span.ToArray());
    }

    [Fact]
    public void CallbacksAreToldInTheirOrder()
    {
        List<string> told = [];
        RecordingCallback first = new("first", told), second = new("second", told);
        Trainer.Fit(new LineNet(1), TrainingData.Line(8), new TrainingOptions { Epochs = 2, Callbacks = [first, second] });
        Assert.Equal(
            ["first begins", "second begins", "first 0", "second 0", "first 1", "second 1", "first ends", "second ends"], told);
    }

    [Fact]
    public void ACallbackStopsARunWithItsReason()
    {
        LambdaCallback stopping = new((progress, record) =>
        {
            Assert.Equal((7, "LineNet"), (progress.Epochs, progress.Model.Name));
            if (record.Epoch == 3)
            {
                progress.Stop("Enough.");
            }
        });
        TrainingOptions options = new() { Epochs = 7, Callbacks = [stopping] };
        TrainingRun run = Trainer.Fit(new LineNet(1), TrainingData.Line(8), options);
        Assert.Equal((StopReason.Callback, "Enough.", 4), (run.StopReason, run.StopMessage, run.History.Count));
    }

    private sealed class RecordingCallback(string name, List<string> told) : Callback
    {
        public override void OnTrainBegin(TrainingProgress progress) => told.Add($"{name} begins");

        public override void OnEpochEnd(TrainingProgress progress, EpochRecord record) => told.Add($"{name} {record.Epoch}");

        public override void OnTrainEnd(TrainingProgress progress) => told.Add($"{name} ends");
    }
}
