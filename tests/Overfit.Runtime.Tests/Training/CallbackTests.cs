using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>When callbacks are told what, whatever goes wrong, and what they can do to a run.</summary>
public sealed class CallbackTests
{
    private static readonly Trainer Trainer = new(new MeanSquaredError(), new Adam { LearningRate = 0.05 });

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

    [Theory]
    [InlineData("first begins", "first begins")]
    [InlineData("second begins", "first begins", "second begins", "first ends")]
    [InlineData("first 0", "first begins", "second begins", "first 0", "first ends", "second ends")]
    [InlineData("second 0", "first begins", "second begins", "first 0", "second 0", "first ends", "second ends")]
    [InlineData("first ends", "first begins", "second begins", "first 0", "second 0", "first ends", "second ends")]
    public void WhoeverWasToldOfTheBeginningIsToldOfTheEnd(string failing, params string[] expected)
    {
        List<string> told = [];
        RecordingCallback first = new("first", told, failing), second = new("second", told, failing);
        TrainingOptions options = new() { Callbacks = [first, second] };
        LineNet model = new(1);
        string message = Assert.Throws<NotSupportedException>(() => Trainer.Fit(model, TrainingData.Line(8), options)).Message;
        Assert.Equal(failing, message);
        Assert.Equal(expected, told);

        // The model can be trained again.
        Assert.Single(Trainer.Fit(model, TrainingData.Line(8)).History);
    }

    [Fact]
    public void WhatACallbackMakesOfTheModelAfterTheLastEpochIsWhatIsMeasured()
    {
        LineNet model = new(1);
        Dataset data = TrainingData.Line(8);
        LambdaCallback clearing = new((progress, _) => progress.Parameters.Span.Clear());
        TrainingRun run = Trainer.Fit(model, data, new TrainingOptions { Callbacks = [clearing] });
        Assert.Equal(Trainer.Evaluate(model, data), run.Final.Training);
        Assert.NotEqual(run.History[0].Training, run.Final.Training);
    }

    [Fact]
    public void ACallbackSetsTheLearningRate()
    {
        List<float[]> epochs = [];
        LambdaCallback halving = new((progress, record) =>
        {
            epochs.Add(progress.Parameters.Span.ToArray());
            progress.LearningRate = record.Epoch < 2 ? progress.LearningRate / 2 : 0;
        });
        TrainingOptions options = new() { Epochs = 4, Callbacks = [halving] };
        TrainingRun run = Trainer.Fit(new LineNet(1), TrainingData.Line(8), options);
        Assert.Equal([0.05f, 0.05f / 2, 0.05f / 4, 0], run.History.Select(record => record.LearningRate));
        Assert.NotEqual(epochs[1], epochs[2]);
        Assert.Equal(epochs[2], epochs[3]);

        LambdaCallback negative = new((progress, _) => progress.LearningRate = -1);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Trainer.Fit(new LineNet(1), TrainingData.Line(8), new TrainingOptions { Callbacks = [negative] }));
    }

    private sealed class RecordingCallback(string name, List<string> told, string? failing = null) : Callback
    {
        public override void OnTrainBegin(TrainingProgress progress) => Tell($"{name} begins");

        public override void OnEpochEnd(TrainingProgress progress, EpochRecord record) => Tell($"{name} {record.Epoch}");

        public override void OnTrainEnd(TrainingProgress progress) => Tell($"{name} ends");

        private void Tell(string what)
        {
            told.Add(what);
            if (what == failing)
            {
                throw new NotSupportedException(what);
            }
        }
    }
}
