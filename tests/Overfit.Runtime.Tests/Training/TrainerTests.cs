using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>What a run is: its numbers, its order, and what ends it.</summary>
public sealed class TrainerTests
{
    private static readonly Trainer Trainer = new(new MeanSquaredError(), new Adam { LearningRate = 0.01 });

    [Fact]
    public void ASeedDeterminesEveryBit()
    {
        float[] first = Trained(modelSeed: 1, seed: 7), again = Trained(modelSeed: 1, seed: 7);
        Assert.Equal(first, again);
        Assert.NotEqual(first, Trained(modelSeed: 1, seed: 8));
        Assert.NotEqual(first, Trained(modelSeed: 2, seed: 7));
    }

    [Fact]
    public void TheDropoutSeedAloneChangesARun()
    {
        float[] Fit(int seed)
        {
            NormalizedDroppingNet model = new(1);
            Dataset data = TrainingData.For<NormalizedDroppingNet>(new MeanSquaredError(), 50);
            Trainer.Fit(model, data, new TrainingOptions { Seed = seed, Order = new SequentialOrder() });
            return model.Parameters.Span.ToArray();
        }

        Assert.Equal(Fit(1), Fit(1));
        Assert.NotEqual(Fit(1), Fit(2));
    }

    [Fact]
    public void AnEpochIsItsStepsAndTheLastOneTakesWhatIsLeft()
    {
        Dataset data = TrainingData.Line(50);
        PlainRegressor model = new(1), byHand = new(1);
        TrainingRun run = Trainer.Fit(model, data, new TrainingOptions { Order = new SequentialOrder() });

        TrainingStep<PlainRegressor> step = new(byHand, data, new MeanSquaredError(), new Adam { LearningRate = 0.01 }, 32, 0, ThreadTeam.Alone);
        double first = step.Run([.. Enumerable.Range(0, 32)]), second = step.Run([.. Enumerable.Range(32, 18)]);

        Assert.Equal(byHand.Parameters.Span.ToArray(), model.Parameters.Span.ToArray());
        Assert.Equal(2, step.State.Step);
        Assert.Equal(((32 * first) + (18 * second)) / 50, run.History[0].OnlineLoss, 1e-12);
    }

    [Fact]
    public void ABatchMayBeLargerThanTheData()
    {
        TrainingOptions options = new() { BatchSize = 32, Epochs = 3 };
        TrainingRun run = Trainer.Fit(new PlainRegressor(1), TrainingData.Line(5), options);
        Assert.Equal((3, StopReason.Completed, null), (run.History.Count, run.StopReason, run.StopMessage));
    }

    [Fact]
    public void TrainingLearnsTheLine()
    {
        PlainRegressor model = new(1);
        TrainingRun run = Trainer.Fit(
            model, TrainingData.Line(80), new TrainingOptions { Epochs = 100, Validation = TrainingData.Line(40, seed: 1) });

        // The noise is uniform from -1 to 1: its variance, a third, is the loss of the true line.
        Assert.InRange(run.Final.Training.DataLoss, 0.2, 0.5);
        Assert.InRange(run.Final.Validation!.DataLoss, 0.2, 0.6);
        Assert.Equal(run.History[^1].Validation, run.Final.Validation);
        Assert.Equal(run.Final.Validation.DataLoss - run.Final.Training.DataLoss, run.Final.GeneralizationGap);
        Assert.Equal((null, 0, 0), (run.Recalibrated, run.Staleness.Count, run.Warnings.Count));
        Assert.InRange(model.Predict(5f)[0], 10.5f, 11.5f);
    }

    [Fact]
    public void PenaltiesAreKeptApartFromTheDataLoss()
    {
        PlainRegressor model = new(1);
        model.Dense1.KernelL2 = 0.01f;
        model.Dense1.ActivityL2 = 0.02f;
        TrainingRun run = Trainer.Fit(model, TrainingData.Line(100), new TrainingOptions { Epochs = 2 });
        model.Dense1.KernelL2 = 0;
        model.Dense1.ActivityL2 = 0;
        SplitRecord plain = Trainer.Evaluate(model, TrainingData.Line(100));
        Assert.Equal(plain.DataLoss, run.Final.Training.DataLoss);
        Assert.Equal(0, plain.Penalty);

        // Keras's mean over the rows of the activity's squares, whatever the batches of the measurement were.
        double[] x = [.. TrainingData.Line(100).Features.ToArray().Select(value => (double)value)];
        double activity = 0, weights = 0;
        for (int unit = 0; unit < 64; unit++)
        {
            weights += model.Dense1.Kernel[unit] * (double)model.Dense1.Kernel[unit];
            foreach (double value in x)
            {
                activity += Math.Pow(Math.Max(0, (value * model.Dense1.Kernel[unit]) + model.Dense1.Bias[unit]), 2);
            }
        }

        double expected = (0.01f * weights) + (0.02f * activity / 100);
        Assert.InRange(run.Final.Training.Penalty, expected * (1 - 1e-6), expected * (1 + 1e-6));
        Assert.Equal(run.Final.Training.DataLoss + run.Final.Training.Penalty, run.Final.Training.Objective);
    }

    [Fact]
    public void EpochsAreMeasuredAsOftenAsAskedAndTheLastOneAlways()
    {
        TrainingRun run = Trainer.Fit(
            new PlainRegressor(1),
            TrainingData.Line(40),
            new TrainingOptions { Epochs = 8, EvaluationFrequency = 3, Validation = TrainingData.Line(10, seed: 1) });
        Assert.Equal([2, 5, 7], run.History.Where(record => record.Training is not null).Select(record => record.Epoch));
        Assert.Equal([2, 5, 7], run.History.Where(record => record.Validation is not null).Select(record => record.Epoch));
        Assert.All(run.History, record => Assert.True(double.IsFinite(record.OnlineLoss) && record.LearningRate == 0.01f));

        // Once: nothing has changed the model since.
        Assert.Same(run.History[^1].Training, run.Final.Training);
        Assert.Same(run.History[^1].Validation, run.Final.Validation);
    }

    [Fact]
    public void MeasuringDoesNotChangeTheRun()
    {
        float[] often = Trained(modelSeed: 1, seed: 7);
        PlainRegressor model = new(1);
        TrainingOptions options = new() { Epochs = 5, Seed = 7, EvaluationFrequency = 5, Validation = TrainingData.Line(9) };
        Trainer.Fit(model, TrainingData.Line(50), options);
        Assert.Equal(often, model.Parameters.Span.ToArray());
    }

    [Fact]
    public void CancellingReturnsTheRunSoFar()
    {
        using CancellationTokenSource source = new();
        LambdaCallback cancelling = new((_, record) =>
        {
            if (record.Epoch == 2)
            {
                source.Cancel();
            }
        });
        TrainingOptions options = new() { Epochs = 50, Callbacks = [cancelling] };
        TrainingRun run = Trainer.Fit(new NormalizedRegressor(1), TrainingData.Line(40), options, source.Token);
        Assert.Equal(StopReason.Cancelled, run.StopReason);
        Assert.Equal("Cancelled in epoch 4.", run.StopMessage);
        Assert.Equal(3, run.History.Count);
        Assert.True(double.IsFinite(run.Final.Training.DataLoss) && run.Recalibrated is not null);
    }

    [Fact]
    public void ACancelledRunTakesNoStep()
    {
        PlainRegressor model = new(1);
        float[] before = model.Parameters.Span.ToArray();
        TrainingRun run = Trainer.Fit(model, TrainingData.Line(40), cancellation: new CancellationToken(canceled: true));
        Assert.Equal((StopReason.Cancelled, "Cancelled in epoch 1.", 0), (run.StopReason, run.StopMessage, run.History.Count));
        Assert.Equal(before, model.Parameters.Span.ToArray());
    }

    [Theory]
    [InlineData(1, 0, StopReason.Cancelled)]
    [InlineData(2, 1, StopReason.Cancelled)]
    [InlineData(3, 1, StopReason.Cancelled)]
    [InlineData(4, 2, StopReason.Completed)]
    public void AnEpochWhoseStepsAreTakenIsRecorded(int step, int epochs, StopReason reason)
    {
        using CancellationTokenSource source = new();
        Trainer trainer = new(new CancellingLoss(source, step), new Adam());
        TrainingOptions options = new() { Epochs = 2, BatchSize = 20 };
        LineNet model = new(1);
        Dataset data = TrainingData.Line(40);
        TrainingRun run = trainer.Fit(model, data, options, source.Token);
        Assert.Equal((reason, epochs), (run.StopReason, run.History.Count));

        // The model as it is: not as it was after the last whole epoch.
        Assert.Equal(trainer.Evaluate(model, data), run.Final.Training);
    }

    [Fact]
    public void AModelIsInOneRunAtATime()
    {
        LineNet model = new(1);
        string? refusal = null;
        LambdaCallback running = new((_, _) =>
            refusal = Assert.Throws<InvalidOperationException>(() => Trainer.Fit(model, TrainingData.Line(8))).Message);
        Trainer.Fit(model, TrainingData.Line(8), new TrainingOptions { Callbacks = [running] });
        Assert.Equal(
            "This LineNet is being trained already. Wait for that run, or train a model of its own in each.", refusal);
        Assert.Single(Trainer.Fit(model, TrainingData.Line(8)).History);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void NumbersOfOptionsAreAtLeastOne(int value)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { Epochs = value }).Message;
        Assert.StartsWith($"Epochs is {value}; it must be at least 1.", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { BatchSize = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { EvaluationFrequency = value });
    }

    private static float[] Trained(int modelSeed, int seed)
    {
        PlainRegressor model = new(modelSeed);
        Trainer.Fit(model, TrainingData.Line(50), new TrainingOptions { Epochs = 5, Seed = seed });
        return model.Parameters.Span.ToArray();
    }

    /// <summary>Cancels while a step is taken.</summary>
    private sealed class CancellingLoss(CancellationTokenSource source, int step) : Loss
    {
        private readonly MeanSquaredError _loss = new();
        private int _steps;

        public override string Name => _loss.Name;

        public override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows) =>
            _loss.Sum(scores, targets, rows);

        public override double SumAndGradient(
            ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
        {
            if (++_steps == step)
            {
                source.Cancel();
            }

            return _loss.SumAndGradient(scores, targets, rows, gradient);
        }
    }
}
