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
        Assert.Contains($"of epoch {stopping.BestEpoch + 1} in 2 measurements.", run.StopMessage);
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
    public void WhatIsNotMeasuredIsRefusedBeforeTraining()
    {
        Refused(
            new EarlyStopping(),
            null,
            "There is no validation part, so the validation objective cannot be watched. Set TrainingOptions.Validation, or monitor " +
            "Quantity.OnlineLoss.");
        Refused(
            new EarlyStopping { Monitor = Quantity.ValidationMetric("meaning", isBetterHigher: false) },
            TrainingData.Line(5),
            "There is no metric 'meaning' to watch; the trainer has: none.");

        static void Refused(EarlyStopping stopping, Dataset? validation, string message)
        {
            LineNet model = new(1);
            float[] before = model.Parameters.Span.ToArray();
            TrainingOptions options = new() { Validation = validation, Callbacks = [stopping] };
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => Trainer.Fit(model, TrainingData.Line(8), options)).Message);
            Assert.Equal(before, model.Parameters.Span.ToArray());
        }
    }

    [Fact]
    public void WithoutValidationTheOnlineLossCanBeWatched()
    {
        EarlyStopping stopping = new() { Monitor = Quantity.OnlineLoss, MinDelta = 1e9 };
        TrainingRun run = Trainer.Fit(new LineNet(1), TrainingData.Line(8), new TrainingOptions { Epochs = 9, Callbacks = [stopping] });
        Assert.Equal((StopReason.Callback, 1), (run.StopReason, stopping.StoppedEpoch));
    }

    [Fact]
    public void MeasurementsAreCountedNotEpochs()
    {
        TrainingOptions options = new()
        {
            Epochs = 70,
            EvaluationFrequency = 7,
            Validation = TrainingData.Line(5),
            Callbacks = [new EarlyStopping { MinDelta = 1e9 }],
        };
        TrainingRun run = Trainer.Fit(new LineNet(1), TrainingData.Line(8), options);
        Assert.EndsWith(" of epoch 7 in 1 measurement.", run.StopMessage, StringComparison.Ordinal);
        Assert.Equal(14, run.History.Count);
    }

    [Fact]
    public void NonsenseIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping { MinDelta = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping { Baseline = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping { Patience = -1 });
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping { StartFromEpoch = -1 }).Message;
        Assert.StartsWith("StartFromEpoch is -1; it must be at least 0.", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new EarlyStopping { Monitor = null! });
        Assert.Throws<ArgumentException>(() => Quantity.ValidationMetric("", isBetterHigher: true));
    }

    [Fact]
    public void TwoRunsAtOnceNeedOneEach()
    {
        EarlyStopping stopping = new() { Monitor = Quantity.OnlineLoss, Patience = 9 };
        TrainingOptions inner = new() { Callbacks = [stopping] };
        string? refusal = null;
        LambdaCallback running = new((_, _) => refusal = Assert.Throws<InvalidOperationException>(
            () => Trainer.Fit(new LineNet(2), TrainingData.Line(8), inner)).Message);
        TrainingRun run = Trainer.Fit(
            new LineNet(1), TrainingData.Line(8), new TrainingOptions { Epochs = 2, Callbacks = [stopping, running] });

        Assert.Equal("This EarlyStopping is watching another run. Make one for each run.", refusal);
        Assert.Equal((2, StopReason.Completed), (run.History.Count, run.StopReason));
        Assert.Single(Trainer.Fit(new LineNet(2), TrainingData.Line(8), inner).History);
    }
}
