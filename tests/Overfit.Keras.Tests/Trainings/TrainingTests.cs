using Xunit.Abstractions;

namespace Overfit.Keras.Trainings;

/// <summary>
/// Whole trainings of real Keras, replayed from the same parameters on the same rows in the same order. They are held to
/// Keras in float64, whose exact bias correction Overfit shares. The measure is how far Keras's own float32 runs land from
/// it: another correct float32 implementation lands at distances like these, so three times them is allowed, and not less
/// than 4e-6 where Keras happened to be closer: Adam divides a gradient by its own size, so that the rounding of a gradient
/// that nearly cancels becomes one of a whole step, 1e-3 to 1e-2 of the largest weight.
/// </summary>
public sealed class TrainingTests(ITestOutputHelper output)
{
    private const double Factor = 3;
    private const double Floor = 4e-6;

    private static readonly string[] Series = ["online_loss", "val_objective", "train_data_loss", "val_data_loss", "penalty"];

    [Fact]
    public void Plain() => Replay<PlainRegressor>(GoldenTraining.OfArticle("plain"), new MeanSquaredError(), new Adam());

    [Fact]
    public void WithoutBatchNormalization() =>
        Replay<PlainRegressor>(GoldenTraining.OfArticle("without_batch_norm"), new MeanSquaredError(), new Adam());

    [Fact]
    public void Regularized() =>
        Replay<RegularizedRegressor>(GoldenTraining.OfArticle("regularized"), new MeanSquaredError(), new Adam());

    /// <summary>The biases in front of a normalization have no gradient but rounding: their steps are noise, in Keras, too.</summary>
    [Fact]
    public void BatchNormalized() =>
        ReplayFirstEpochs<NormalizedRegressor>(GoldenTraining.OfArticle("batch_norm"), new MeanSquaredError(), new Adam());

    [Fact]
    public void BatchNormalizedWithoutBias() => ReplayFirstEpochs<NormalizedRegressorWithoutBias>(
        GoldenTraining.OfArticle("batch_norm_without_bias"), new MeanSquaredError(), new Adam());

    [Fact]
    public void EarlyStopped()
    {
        GoldenTraining golden = GoldenTraining.OfArticle("early_stopped");
        EarlyStopping stopping = new() { Patience = 10, RestoreBestWeights = true };
        TrainingRun run = Replay<PlainRegressor>(golden, new MeanSquaredError(), new Adam(), stopping);
        Assert.Equal(StopReason.Callback, run.StopReason);
        Assert.Equal(39, run.History.Count);
        Assert.Equal(38, stopping.StoppedEpoch);
        Assert.Equal(28, stopping.BestEpoch);
    }

    [Fact]
    public void IrisWithSoftmax() => Replay<IrisClassifier>(
        GoldenTraining.OfRealData("iris_softmax"), new SparseCategoricalCrossEntropy(), new Adam { LearningRate = 0.01 });

    [Fact]
    public void WineWithBatchNormalizationAndLabelSmoothing() => Replay<WineClassifier>(
        GoldenTraining.OfRealData("wine_batch_norm_label_smoothing"),
        new CategoricalCrossEntropy { LabelSmoothing = 0.1 },
        new AdamW { LearningRate = 0.01, WeightDecay = 0.004 });

    [Fact]
    public void TumorsWithSigmoid() => Replay<TumorClassifier>(
        GoldenTraining.OfRealData("breast_cancer_sigmoid"), new BinaryCrossEntropy(), new RmsProp { LearningRate = 0.002 });

    [Fact]
    public void DiabetesWithHuberAndNesterov() => Replay<DiabetesRegressor>(
        GoldenTraining.OfRealData("diabetes_huber_nesterov"), new Huber(), new Sgd { Momentum = 0.9, Nesterov = true });

    private TrainingRun Replay<TModel>(GoldenTraining golden, Loss loss, Optimizer optimizer, params Callback[] callbacks)
        where TModel : class, IModel<TModel>
    {
        CheckData(golden);
        TModel model = TModel.Create(seed: 0);
        golden.Start(model);
        TrainingRun run = Fit(model, golden, loss, optimizer, golden.Epochs, callbacks);
        foreach (string series in Series)
        {
            Compare(golden, run, series, run.History.Count, golden.Distance(series));
        }

        CompareWeights(golden, model, "weights_final", golden.Distance("weights_final"));
        Compare("prediction/validation", golden.Tensors.Doubles("f64/prediction/validation"), model.Predict(golden.Validation.Features), golden.Distance("prediction/validation"));
        if (golden.Tensors.Has("data/grid"))
        {
            Compare("prediction/grid", golden.Tensors.Doubles("f64/prediction/grid"), model.Predict(golden.Tensors.Floats("data/grid")), golden.Distance("prediction/grid"));
        }

        TModel first = TModel.Create(seed: 0);
        golden.Start(first);
        Fit(first, golden, loss, optimizer, epochs: 1);
        CompareWeights(golden, first, "weights_epoch_1", golden.Distance("weights_epoch_1"));
        return run;
    }

    /// <summary>A chaotic training: compared while two float64 implementations still agree.</summary>
    private void ReplayFirstEpochs<TModel>(GoldenTraining golden, Loss loss, Optimizer optimizer)
        where TModel : class, IModel<TModel>
    {
        const int Epochs = 10;
        CheckData(golden);
        TModel model = TModel.Create(seed: 0);
        golden.Start(model);
        TrainingRun run = Fit(model, golden, loss, optimizer, Epochs);
        foreach (string series in Series)
        {
            Compare(golden, run, series, 1, golden.Distance(series, 1));
            Compare(golden, run, series, Epochs, golden.Distance(series, Epochs));
        }
    }

    private static TrainingRun Fit<TModel>(
        TModel model, GoldenTraining golden, Loss loss, Optimizer optimizer, int epochs, params Callback[] callbacks)
        where TModel : class, IModel<TModel> => new Trainer(loss, optimizer).Fit(
            model,
            golden.Training,
            new TrainingOptions
            {
                Epochs = epochs,
                BatchSize = golden.BatchSize,
                Validation = golden.Validation,
                Order = golden.Order,
                Callbacks = callbacks,
            });

    /// <summary>The training part was read as the scripts read it.</summary>
    private static void CheckData(GoldenTraining golden)
    {
        if (golden.Tensors.Has("check/x_train_first"))
        {
            Assert.Equal(golden.Tensors.Floats("check/x_train_first"), golden.Training.FeaturesOf(0).ToArray());
            double[] sums = golden.Tensors.Doubles("check/x_train_sum");
            for (int column = 0; column < sums.Length; column++)
            {
                double sum = 0;
                for (int row = 0; row < golden.Training.Count; row++)
                {
                    sum += golden.Training.FeaturesOf(row)[column];
                }

                // The same floats, added in another order in double.
                Assert.Equal(sums[column], sum, 1e-9);
            }
        }
    }

    private void Compare(GoldenTraining golden, TrainingRun run, string series, int epochs, double distance)
    {
        double[] expected = golden.Tensors.Doubles($"f64/{series}");
        double worst = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            EpochRecord record = run.History[epoch];
            double actual = series switch
            {
                "online_loss" => record.OnlineLoss,
                "val_objective" => record.Validation!.Objective,
                "train_data_loss" => record.Training!.DataLoss,
                "val_data_loss" => record.Validation!.DataLoss,
                _ => record.Training!.Penalty,
            };
            worst = Math.Max(worst, Math.Abs(actual - expected[epoch]) / Math.Max(Math.Abs(expected[epoch]), 1e-300));
            if (expected[epoch] == 0)
            {
                Assert.Equal(0, actual);
            }
        }

        Report($"{series}, {epochs} epochs", worst, distance);
    }

    private void CompareWeights<TModel>(GoldenTraining golden, TModel model, string when, double distance)
        where TModel : class, IModel<TModel>
    {
        foreach ((string name, TensorDescription tensor) in GoldenTraining.KerasNames(TModel.Description))
        {
            Compare($"{when}/{name}", golden.Tensors.Doubles($"f64/{when}/{name}"), model.Parameters.Slice(tensor.Offset, tensor.Length), distance);
        }
    }

    private void Compare(string what, double[] expected, ReadOnlySpan<float> actual, double distance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs), worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(actual[i] - expected[i]) / largest);
        }

        Report(what, worst, distance);
    }

    private void Report(string what, double worst, double distance)
    {
        double tolerance = Math.Max(Factor * distance, Floor);
        output.WriteLine($"{what}: {worst:E1}, Keras in float32 {distance:E1}");
        Assert.True(worst <= tolerance, $"{what} is {worst:E2} from Keras in float64; {tolerance:E2} is allowed.");
    }
}
