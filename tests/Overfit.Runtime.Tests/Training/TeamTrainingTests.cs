namespace Overfit.Tests.Training;

/// <summary>Training with a team of threads: nothing but time may differ.</summary>
public sealed class TeamTrainingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ThreadsChangeNoBit(int threads)
    {
        (float[] parameters, double[] losses) = Train(threads: 1);
        (float[] teamParameters, double[] teamLosses) = Train(threads);
        Assert.Equal(parameters, teamParameters);
        Assert.Equal(losses, teamLosses);
    }

    [Fact]
    public void ThereIsAtLeastOneThread() =>
        Assert.Equal(
            "Threads is 0; it must be at least 1. (Parameter 'value')\nActual value was 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { Threads = 0 }).Message);

    [Fact]
    public void MoreThreadsThanAnyProcessorHasAreRefused()
    {
        Assert.Equal(1024, new TrainingOptions { Threads = 1024 }.Threads);
        Assert.StartsWith(
            "Threads is 1025; it must be at most 1024. ",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { Threads = 1025 }).Message,
            StringComparison.Ordinal);
    }

    /// <summary>All that a training leaves: parameters, losses of the epochs, and the losses with exact statistics.</summary>
    private static (float[] Parameters, double[] Losses) Train(int threads)
    {
        MeanSquaredError loss = new();
        Dataset data = TrainingData.For<WideRegressor>(loss, 100);
        WideRegressor model = new(seed: 3);
        TrainingRun run = new Trainer(loss, new AdamW()).Fit(model, data, new TrainingOptions
        {
            Epochs = 3,
            BatchSize = 48,
            Validation = data,
            Threads = threads,
        });
        return (
            model.Parameters.Span.ToArray(),
            [.. run.History.SelectMany(epoch => new[] { epoch.OnlineLoss, epoch.Validation!.DataLoss }), run.Recalibrated!.Training.DataLoss]);
    }
}

/// <summary>Wide enough that a team shares its products and its update, and not a multiple of anything.</summary>
[Model(41)]
[Dense(301, Activation.ReLU, KernelL2 = 0.01f)]
[Dropout(0.2f)]
[Dense(257)]
[BatchNormalization]
[Activate(Activation.Tanh)]
[Dense(3)]
public partial class WideRegressor;
