using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>A loss that is not a number ends the run, says where it came from, and changes nothing.</summary>
public sealed class NonFiniteTests
{
    private static readonly Trainer Trainer = new(new MeanSquaredError(), new Sgd { LearningRate = 1e-4 });

    [Theory]
    [InlineData(1, "'kernel' of layer 1 'Dense1'")]
    [InlineData(2, "'bias' of layer 2 'Dense2'")]
    [InlineData(3, "'kernel' of layer 3 'Dense3'")]
    public void APoisonedParameterIsNamed(int layer, string place)
    {
        PlainRegressor model = new(1);
        Span<float> poisoned = layer switch { 1 => model.Dense1.Kernel, 2 => model.Dense2.Bias, _ => model.Dense3.Kernel };
        poisoned[^1] = float.NaN;
        float[] before = model.Parameters.Span.ToArray();

        TrainingRun run = Trainer.Fit(model, TrainingData.Line(40), new TrainingOptions { Epochs = 5 });

        Assert.Equal(StopReason.NonFinite, run.StopReason);
        Assert.Equal(
            $"The loss is NaN in epoch 1, step 1: the first values that are not finite are in {place}; they were there before the " +
            "first step. Start from finite parameters.",
            run.StopMessage);
        Assert.Empty(run.History);
        Assert.Equal(before, model.Parameters.Span.ToArray());
    }

    [Fact]
    public void AStepThatDivergesIsNamedAndNotTaken()
    {
        PlainRegressor model = new(1);
        List<float[]> epochs = [];
        LambdaCallback poisoning = new((progress, record) =>
        {
            if (record.Epoch == 1)
            {
                progress.Parameters.Span[..128].Fill(3e38f);
            }

            epochs.Add(progress.Parameters.Span.ToArray());
        });

        TrainingRun run = Trainer.Fit(model, TrainingData.Line(40), new TrainingOptions { Epochs = 9, Callbacks = [poisoning] });

        Assert.Equal(2, run.History.Count);
        Assert.Contains(
            "in epoch 3, step 1: the first values that are not finite are the outputs of layer 1 'Dense1'.", run.StopMessage);
        Assert.Equal(epochs[^1], model.Parameters.Span.ToArray());
    }

    [Fact]
    public void AHugeLearningRateIsNoticed()
    {
        PlainRegressor model = new(1);
        TrainingRun run = new Trainer(new MeanSquaredError(), new Sgd { LearningRate = 1e20 }).Fit(
            model, TrainingData.Line(96), new TrainingOptions { Epochs = 5 });
        Assert.Equal(StopReason.NonFinite, run.StopReason);
        Assert.Contains("in epoch 1, step 2: the first values that are not finite are", run.StopMessage);
        Assert.Empty(run.History);
    }

    [Theory]
    [InlineData(2, "in epoch 1, step 2")]
    [InlineData(4, "after the last step")]
    public void AGradientThatOverflowsIsTheCause(int batchSize, string moment)
    {
        // Errors of 1e20 have a finite loss in double, but times features of 1e20 no finite gradient in float.
        Dataset data = Dataset.From([1e20f, 1e20f, 1e20f, 1e20f], [0f, 0f, 0f, 0f]);
        TrainingRun run = Trainer.Fit(new LineNet(1), data, new TrainingOptions { BatchSize = batchSize });
        Assert.Equal(StopReason.NonFinite, run.StopReason);
        Assert.EndsWith(
            $" {moment}: the first values that are not finite are in 'kernel' of layer 1 'Dense1'; the gradient of the step before, " +
            "whose loss was finite, overflowed in 'kernel' of layer 1 'Dense1'. Lower the learning rate, or standardize features and targets.",
            run.StopMessage,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ANormalizedNetIsNotRecalibratedAfterABadStep()
    {
        NormalizedRegressor model = new(1);
        model.Dense3.Kernel[0] = float.NaN;
        TrainingRun run = Trainer.Fit(model, TrainingData.Line(40));
        Assert.Equal((StopReason.NonFinite, null, 0), (run.StopReason, run.Recalibrated, run.Staleness.Count));
        Assert.Contains("'kernel' of layer 7 'Dense3'", run.StopMessage);
    }
}
