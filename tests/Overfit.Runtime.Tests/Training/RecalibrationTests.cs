using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>Moving statistics against the exact ones: how far they are, that this is told, and what replaces them.</summary>
public sealed class RecalibrationTests
{
    private static readonly Trainer Trainer = new(new MeanSquaredError(), new Adam());

    [Fact]
    public void StatisticsAreTheExactOnesOfWhatReachesEachLayer()
    {
        // 150 rows are two pieces of 64 and a rest.
        NormalizedNet model = new(1);
        Dataset data = TrainingData.For<NormalizedNet>(new MeanSquaredError(), 150);
        float[] before = model.Parameters.Span.ToArray();
        BatchNormalizationLayer[] layers = [model.BatchNormalization1, model.BatchNormalization2, model.BatchNormalization3];
        float[][] means = [.. layers.Select(layer => layer.MovingMean.ToArray())];
        float[][] variances = [.. layers.Select(layer => layer.MovingVariance.ToArray())];

        IReadOnlyList<StatisticsDistance> distances = Recalibration.Recalibrate(model, data);

        int trainable = before.Length - layers.Sum(layer => 2 * layer.Features);
        Assert.Equal(before[..trainable], model.Parameters.Span[..trainable].ToArray());
        Assert.Equal(layers.Select(layer => layer.Name), distances.Select(distance => distance.Layer));
        (double[] Mean, double[] Variance)[] exact = [.. ExactStatistics(model, data)];
        for (int i = 0; i < layers.Length; i++)
        {
            // What reaches a layer was computed in floats, a few units of 2^-24 away; the sums over it are in double.
            AllNear(exact[i].Mean, layers[i].MovingMean, 1e-6);
            AllNear(exact[i].Variance, layers[i].MovingVariance, 1e-6);

            double[] deviations = [.. exact[i].Variance.Select(variance => Math.Sqrt(variance + layers[i].Epsilon))];
            double meanDistance = RootMeanSquare(means[i].Select((mean, f) => (mean - exact[i].Mean[f]) / deviations[f]));
            double deviationDistance = RootMeanSquare(
                variances[i].Select((variance, f) => Math.Log(Math.Sqrt(variance + layers[i].Epsilon) / deviations[f])));
            Assert.Equal(meanDistance, distances[i].Mean, 1e-5);
            Assert.Equal(deviationDistance, distances[i].Deviation, 1e-5);
        }

        Assert.All(
            Recalibration.Recalibrate(model, data), distance => Assert.True(distance is { Mean: < 1e-5, Deviation: < 1e-5 }));
    }

    [Fact]
    public void DropoutInFrontOfALayerIsLeftOut()
    {
        // With nothing dropped and nothing kept of the old ones, a batch of all rows leaves its exact statistics behind.
        Dataset data = TrainingData.For<NormalizedDroppingNet>(new MeanSquaredError(), 150);
        NormalizedDroppingNet model = new(1), expected = new(1);
        Recalibration.Recalibrate(model, data);
        foreach (Layer layer in expected.Layers)
        {
            (layer as BatchNormalizationLayer)?.Momentum = 0;
            (layer as DropoutLayer)?.Rate = 0;
        }

        new TrainingStep<NormalizedDroppingNet>(expected, data, new MeanSquaredError(), new Sgd(), 150, 0, ThreadTeam.Alone)
            .Run([.. Enumerable.Range(0, 150)]);

        // Batch statistics are sums of 150 floats in floats.
        AllNear(ToDouble(expected.BatchNormalization1.MovingMean), model.BatchNormalization1.MovingMean, 2e-6);
        AllNear(ToDouble(expected.BatchNormalization2.MovingMean), model.BatchNormalization2.MovingMean, 2e-6);
        AllNear(ToDouble(expected.BatchNormalization2.MovingVariance), model.BatchNormalization2.MovingVariance, 2e-6);
    }

    [Fact]
    public void AModelWithoutNormalizationIsLeftAsItIs()
    {
        PlainRegressor model = new(1);
        float[] before = model.Parameters.Span.ToArray();
        Assert.Empty(Recalibration.Recalibrate(model, TrainingData.Line(10)));
        Assert.Equal(before, model.Parameters.Span.ToArray());
    }

    [Fact]
    public void ARunReportsBothAndLeavesTheModelsOwnStatistics()
    {
        NormalizedRegressor model = new(1);
        float[] last = [];
        LambdaCallback recording = new((progress, _) => last = progress.Parameters.Span.ToArray());
        Dataset data = TrainingData.Line(80), validation = TrainingData.Line(20, seed: 1);
        TrainingOptions options = new() { Epochs = 10, Validation = validation, Callbacks = [recording] };
        TrainingRun run = Trainer.Fit(model, data, options);

        Assert.Equal(last, model.Parameters.Span.ToArray());
        Assert.Equal(run.Final.Training.DataLoss, Trainer.Evaluate(model, data).DataLoss);
        Assert.Equal(["BatchNormalization1", "BatchNormalization2"], run.Staleness.Select(distance => distance.Layer));
        Assert.All(run.Staleness, distance => Assert.True(distance.IsStale));

        IReadOnlyList<StatisticsDistance> distances = Recalibration.Recalibrate(model, data);
        Assert.Equal(run.Staleness, distances);
        Assert.Equal(run.Recalibrated!.Training.DataLoss, Trainer.Evaluate(model, data).DataLoss);
        Assert.Equal(run.Recalibrated.Validation!.DataLoss, Trainer.Evaluate(model, validation).DataLoss);
        Assert.NotEqual(run.Final.Training.DataLoss, run.Recalibrated.Training.DataLoss);
    }

    [Fact]
    public void StaleStatisticsAreWarnedOf()
    {
        // Three steps an epoch for ten epochs: 0.99^30 = 74 % of the statistics are still the initial ones.
        TrainingRun run = Trainer.Fit(new NormalizedRegressor(1), TrainingData.Line(80), new TrainingOptions { Epochs = 10 });
        string warning = Assert.Single(run.Warnings);
        (double exact, double own) = (run.Recalibrated!.Training.DataLoss, run.Final.Training.DataLoss);
        Assert.StartsWith("Moving statistics are stale: those of 'BatchNormalization1' by ", warning, StringComparison.Ordinal);
        Assert.All(run.Staleness, distance => Assert.Contains(
            FormattableString.Invariant($"those of '{distance.Layer}' by {distance.Mean:0.00} deviations in the means and "), warning));
        Assert.Contains(FormattableString.Invariant($"is {exact:0.000} instead of {own:0.000}."), warning);
    }

    [Fact]
    public void FreshStatisticsAreNotWarnedOf()
    {
        // The only batch is all of the data, its statistics are taken over at once, and a step hardly changes the model.
        NormalizedRegressor model = new(1);
        model.BatchNormalization1.Momentum = model.BatchNormalization2.Momentum = 0;
        TrainingRun run = new Trainer(new MeanSquaredError(), new Sgd { LearningRate = 1e-9 }).Fit(
            model, TrainingData.Line(32), new TrainingOptions { Epochs = 2 });
        Assert.Empty(run.Warnings);
        Assert.All(run.Staleness, distance => Assert.True(distance is { Mean: < 1e-4, Deviation: < 1e-4 }));
    }

    [Theory]
    [InlineData(0.1, 0.1, false)]
    [InlineData(0.11, 0, true)]
    [InlineData(0, 0.11, true)]
    [InlineData(double.NaN, 0, true)]
    [InlineData(0, double.NaN, true)]
    public void ATenthOfADeviationIsStale(double mean, double deviation, bool isStale) =>
        Assert.Equal(isStale, new StatisticsDistance("BatchNormalization1", mean, deviation).IsStale);

    /// <summary>In double, layer by layer, with each layer normalized by its own exact statistics.</summary>
    private static IEnumerable<(double[] Mean, double[] Variance)> ExactStatistics(NormalizedNet model, Dataset data)
    {
        double[][] rows = [.. data.Features.ToArray().Select(value => (double)value).Chunk(data.FeatureCount)];
        foreach (Layer layer in model.Layers)
        {
            switch (layer)
            {
                case DenseLayer dense:
                    (float[] kernel, float[] bias) = (dense.Kernel.ToArray(), dense.Bias.ToArray());
                    Activation activation = dense.Name == "Dense2" ? Activation.Tanh : Activation.Linear;
                    rows = Map(rows, row => [.. Enumerable.Range(0, dense.Units).Select(unit => ReferenceActivation.Value(
                        activation, bias[unit] + row.Select((value, i) => value * kernel[(i * dense.Units) + unit]).Sum()))]);
                    break;
                case BatchNormalizationLayer normalization:
                    (float[] gamma, float[] beta) = (normalization.Gamma.ToArray(), normalization.Beta.ToArray());
                    double[] mean = [.. gamma.Select((_, f) => rows.Average(row => row[f]))];
                    double[] variance = [.. gamma.Select((_, f) => rows.Average(row => Math.Pow(row[f] - mean[f], 2)))];
                    yield return (mean, variance);
                    rows = Map(rows, row => [.. row.Select((value, f) =>
                        (gamma[f] * (value - mean[f]) / Math.Sqrt(variance[f] + normalization.Epsilon)) + beta[f])]);
                    break;
                default:
                    rows = Map(rows, row => [.. row.Select(value => Math.Max(value, 0))]);
                    break;
            }
        }
    }

    private static double[][] Map(double[][] rows, Func<double[], double[]> function) => [.. rows.Select(function)];

    private static double[] ToDouble(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);

    private static double RootMeanSquare(IEnumerable<double> values) => Math.Sqrt(values.Average(value => value * value));

    private static void AllNear(double[] expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
