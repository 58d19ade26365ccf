namespace Overfit.Tests.Training;

/// <summary>A step whose loss is not finite leaves the model as it was; one that makes it so is named.</summary>
public sealed class RefusedStepTests
{
    [Fact]
    public void MovingStatisticsStayAsTheyWere()
    {
        RefusedNet model = new(seed: 1);
        model.Dense1.Kernel[0] = float.NaN;
        float[] mean = model.BatchNormalization1.MovingMean.ToArray(), variance = model.BatchNormalization1.MovingVariance.ToArray();

        TrainingRun run = new Trainer(new MeanSquaredError(), new Adam()).Fit(model, Line());

        Assert.Equal(StopReason.NonFinite, run.StopReason);
        Assert.Equal(mean, model.BatchNormalization1.MovingMean.ToArray());
        Assert.Equal(variance, model.BatchNormalization1.MovingVariance.ToArray());
    }

    [Fact]
    public void AnOverflowInTheLastUpdateIsNamed()
    {
        TrainingRun run = new Trainer(new MeanSquaredError(), new Sgd { LearningRate = 3e38 }).Fit(new RefusedNet(seed: 1), Line());

        Assert.Equal(StopReason.NonFinite, run.StopReason);
        Assert.Matches(
            "after the last step: the first values that are not finite are in '[a-z]+' of layer \\d '[A-Za-z0-9]+'; the step before, whose " +
            "gradient was finite, was too large. Lower the learning rate,",
            run.StopMessage);
    }

    private static Dataset Line() => Dataset.From([0f, 1f, 2f, 3f], [1f, 3f, 5f, 7f]);
}

[Model(1)]
[Dense(3)]
[BatchNormalization]
[Dense(1)]
internal sealed partial class RefusedNet;
