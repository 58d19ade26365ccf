using Xunit.Abstractions;

namespace Overfit.Keras.Trainings;

/// <summary>Whole trainings of real Keras, replayed from the same parameters on the same rows in the same order.</summary>
public sealed class TrainingTests(ITestOutputHelper output)
{
    [Fact]
    public void Plain() => Replay<PlainRegressor>(GoldenTraining.OfArticle("plain"), new MeanSquaredError(), new Adam());

    [Fact]
    public void WithoutBatchNormalization() =>
        Replay<PlainRegressor>(GoldenTraining.OfArticle("without_batch_norm"), new MeanSquaredError(), new Adam());

    [Fact]
    public void Regularized() =>
        Replay<RegularizedRegressor>(GoldenTraining.OfArticle("regularized"), new MeanSquaredError(), new Adam());

    [Fact]
    public void EarlyStopped()
    {
        GoldenTraining golden = GoldenTraining.OfArticle("early_stopped");
        EarlyStopping stopping = new() { Patience = 10, RestoreBestWeights = true };
        Replayed run = Replay<PlainRegressor>(golden, new MeanSquaredError(), new Adam(), stopping: stopping);
        new Comparison(golden, output).Weights("weights_last_epoch", PlainRegressor.Description, run.AfterLastEpoch);
        Assert.Equal(StopReason.Callback, run.Run.StopReason);
        Assert.Equal(39, run.Run.History.Count);
        Assert.Equal(38, stopping.StoppedEpoch);
        Assert.Equal(28, stopping.BestEpoch);
        Assert.Equal((float)run.Run.History[28].Validation!.Objective, stopping.BestValue);
        Assert.Equal(run.Run.History[28].Validation, run.Run.Final.Validation);
    }

    /// <summary>
    /// The two nets with batch normalization are chaotic: ten epochs are compared, and the weights and moving statistics of
    /// the first. What the moving statistics do later is seen in the losses in inference mode.
    /// </summary>
    [Fact]
    public void BatchNormalizedWithoutBias()
    {
        GoldenTraining golden = GoldenTraining.OfArticle("batch_norm_without_bias");
        Comparison comparison = new(golden, output);
        Replayed run = Replayed.Train<NormalizedRegressorWithoutBias>(golden, new MeanSquaredError(), new Adam(), epochs: 10);
        foreach ((string name, double[] values) in run.Series)
        {
            comparison.Series(name, values, epochs: 1);
            comparison.Series(name, values, epochs: 10);
        }

        comparison.Weights("weights_epoch_1", NormalizedRegressorWithoutBias.Description, run.AfterFirstEpoch);
    }

    /// <summary>
    /// The biases in front of a normalization have no gradient but rounding, which Adam turns into steps. They are noise and
    /// not compared. In training mode the normalization takes them out again; in inference mode they shift its input while
    /// the moving mean lags behind, so these losses and moving means are as far apart as Keras's own two runs.
    /// </summary>
    [Fact]
    public void BatchNormalized()
    {
        GoldenTraining golden = GoldenTraining.OfArticle("batch_norm");
        Comparison comparison = new(golden, output);
        Replayed run = Replayed.Train<NormalizedRegressor>(golden, new MeanSquaredError(), new Adam(), epochs: 10);
        foreach ((string name, double[] values) in run.Series)
        {
            bool isInference = name != "online_loss";
            comparison.Series(name, values, epochs: 1, isInference ? 3 * golden.Distance(name, 1) : null);
            comparison.Series(name, values, epochs: 10, isInference ? 3 * golden.Distance(name, 10) : null);
        }

        static bool IsNoise(string name) => name is "dense/bias" or "dense_1/bias";
        static bool IsShifted(string name) => name.EndsWith("moving_mean", StringComparison.Ordinal);
        ModelDescription model = NormalizedRegressor.Description;
        comparison.Weights("weights_epoch_1", model, run.AfterFirstEpoch, name => !IsNoise(name) && !IsShifted(name));
        comparison.Weights("weights_epoch_1", model, run.AfterFirstEpoch, IsShifted, most: double.PositiveInfinity);
    }

    [Fact]
    public void IrisWithSoftmax() => Replay<IrisClassifier>(
        GoldenTraining.OfRealData("iris_softmax"),
        new SparseCategoricalCrossEntropy(),
        new Adam { LearningRate = 0.01 },
        ("val_accuracy", new SparseCategoricalAccuracyMetric()));

    [Fact]
    public void WineWithBatchNormalizationAndLabelSmoothing() => Replay<WineClassifier>(
        GoldenTraining.OfRealData("wine_batch_norm_label_smoothing"),
        new CategoricalCrossEntropy { LabelSmoothing = 0.1 },
        new AdamW { LearningRate = 0.01, WeightDecay = 0.004 },
        ("val_accuracy", new CategoricalAccuracyMetric()));

    [Fact]
    public void TumorsWithSigmoid() => Replay<TumorClassifier>(
        GoldenTraining.OfRealData("breast_cancer_sigmoid"),
        new BinaryCrossEntropy(),
        new RmsProp { LearningRate = 0.002 },
        ("val_accuracy", new BinaryAccuracyMetric(0.5f)));

    [Fact]
    public void DiabetesWithHuberAndNesterov() => Replay<DiabetesRegressor>(
        GoldenTraining.OfRealData("diabetes_huber_nesterov"),
        new Huber(),
        new Sgd { Momentum = 0.9, Nesterov = true },
        ("val_mae", new MeanAbsoluteErrorMetric()));

    private Replayed Replay<TModel>(
        GoldenTraining golden,
        Loss loss,
        Optimizer optimizer,
        (string Series, Metric Metric)? metric = null,
        EarlyStopping? stopping = null)
        where TModel : class, IModel<TModel>
    {
        golden.CheckData();
        Comparison comparison = new(golden, output);
        Replayed run = Replayed.Train<TModel>(golden, loss, optimizer, golden.Epochs, metric?.Metric, stopping);
        foreach ((string name, double[] values) in run.Series)
        {
            comparison.Series(name, values);
        }

        if (metric is { } validated)
        {
            comparison.Series(validated.Series, [.. run.Run.History.Select(record => record.Validation!.Metrics[0])]);
        }

        comparison.Predictions("prediction/validation", run.Predict(golden.Validation.Features));
        if (golden.Tensors.Has("data/grid"))
        {
            comparison.Predictions("prediction/grid", run.Predict(golden.Tensors.Floats("data/grid")));
        }

        comparison.Weights("weights_epoch_1", TModel.Description, run.AfterFirstEpoch);
        comparison.Weights("weights_final", TModel.Description, run.Final);
        return run;
    }
}
