using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>What cannot be trained together is refused before anything changes, with the reason.</summary>
public sealed class MisfitTests
{
    [Fact]
    public void ALossMustFitTheOutput()
    {
        Refused<PlainRegressor>(
            new BinaryCrossEntropy(),
            TrainingData.Line(5),
            "needs a model that ends with Sigmoid; PlainRegressor ends with Linear");
        Refused<PlainRegressor>(new SparseCategoricalCrossEntropy(), TrainingData.Line(5), "needs one output");
        Refused<SigmoidNet>(new BinaryCrossEntropy { FromLogits = true }, Rows(3, 2), "Leave FromLogits out");
    }

    [Fact]
    public void WidthsMustFit()
    {
        Refused<PlainRegressor>(
            new MeanSquaredError(),
            Rows(3, 1),
            "The training part has 3 features a row, but PlainRegressor takes 1. Choose other columns or declare [Model(3)].");
        Refused<PlainRegressor>(
            new MeanSquaredError(),
            Rows(1, 2),
            "The training part has 2 targets a row, but mean squared error takes 1 for PlainRegressor, whose outputs are [1]. " +
            "Change the targets, the loss or the last layer.");
        Refused<SoftmaxNet>(new SparseCategoricalCrossEntropy(), Rows(3, 3), "The training part has 3 targets a row");
        Refused<SoftmaxNet>(new MeanSquaredError(), Rows(1, 3), "The training part has 1 feature a row, but SoftmaxNet takes 3.");
        Refused<SoftmaxNet>(new MeanSquaredError(), Rows(3, 1), "The training part has 1 target a row, but mean squared error takes 3");
    }

    [Fact]
    public void TheValidationPartMustFitToo()
    {
        Trainer trainer = new(new MeanSquaredError(), new Adam());
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => trainer.Fit(new PlainRegressor(), TrainingData.Line(5), new TrainingOptions { Validation = Rows(2, 1) }));
        Assert.Contains("The validation part has 2 features a row", exception.Message);
    }

    [Fact]
    public void ClassNumbersMustBeInRange()
    {
        Dataset data = new(new float[9], 3, [0, 2, 3], 1);
        Refused<SoftmaxNet>(
            new SparseCategoricalCrossEntropy(),
            data,
            "Row 2 of the training part: sparse categorical cross-entropy needs whole class numbers from 0 to 2");
    }

    [Fact]
    public void AMetricMustFit()
    {
        Trainer trainer = new(new MeanSquaredError(), new Adam()) { Metrics = [Metric.SparseCategoricalAccuracy()] };
        Assert.Equal(
            "Metric sparse_categorical_accuracy needs one output per class, at least 2; PlainRegressor has 1, which would always be " +
            "right. Use binary_accuracy.",
            Assert.Throws<ArgumentException>(() => trainer.Fit(new PlainRegressor(), TrainingData.Line(5))).Message);
    }

    [Fact]
    public void TargetsMustBeThoseOfTheMetric()
    {
        Trainer trainer = new(new MeanSquaredError(), new Adam()) { Metrics = [Metric.BinaryAccuracy()] };
        Dataset soft = Dataset.From([1f, 2f], [0f, 0.3f]);
        Assert.StartsWith(
            "Row 1 of the training part: binary_accuracy needs targets that are 0 or 1; received 0.3,",
            Assert.Throws<ArgumentException>(() => trainer.Fit(new LineNet(1), soft)).Message,
            StringComparison.Ordinal);
        Assert.Equal(0.5, trainer.Evaluate(new LineNet(1), Dataset.From([-9f, 9f], [0f, 0f])).Metrics[0]);
    }

    [Fact]
    public void ASentenceBeginsWithACapital() => Assert.All(
        [
            Assert.Throws<ArgumentException>(() => new Trainer(new Huber(), new Adam()).Fit(new LineNet(), Rows(1, 2))),
            Assert.Throws<ArgumentException>(
                () => new Trainer(new BinaryCrossEntropy(), new Adam()).Fit(new LineNet(), TrainingData.Line(5))),
            Assert.Throws<ArgumentException>(() => Dataset.From([1f, float.NaN], [1f, 2f])),
        ],
        exception => Assert.True(char.IsUpper(exception.Message[0]), exception.Message));

    [Fact]
    public void NothingMayBeMissing()
    {
        Assert.Throws<ArgumentNullException>("loss", () => new Trainer(null!, new Adam()));
        Assert.Throws<ArgumentNullException>("optimizer", () => new Trainer(new MeanSquaredError(), null!));
        Assert.Throws<ArgumentNullException>("Metrics", () => new Trainer(new MeanSquaredError(), new Adam()) { Metrics = null! });
        Assert.Throws<ArgumentNullException>("Metrics[1]", () => new Trainer(new MeanSquaredError(), new Adam())
        {
            Metrics = [Metric.MeanAbsoluteError(), null!],
        });
        Assert.Throws<ArgumentNullException>("Callbacks[0]", () => new TrainingOptions { Callbacks = [null!] });
        Assert.Throws<ArgumentNullException>("onEpochEnd", () => new LambdaCallback(null!));

        Trainer trainer = new(new MeanSquaredError(), new Adam());
        Assert.Throws<ArgumentNullException>("model", () => trainer.Fit((LineNet)null!, TrainingData.Line(5)));
        Assert.Throws<ArgumentNullException>("training", () => trainer.Fit(new LineNet(), null!));
        Assert.Throws<ArgumentNullException>("data", () => trainer.Evaluate(new LineNet(), null!));
        Assert.Throws<ArgumentNullException>("model", () => ((LineNet)null!).Predict(1f));
    }

    [Fact]
    public void APenaltyBehindAFusedEndingCannotBeTrained()
    {
        Dataset data = TrainingData.For<PenalizedProbabilitiesNet>(new SparseCategoricalCrossEntropy(), 8);
        Refused<PenalizedProbabilitiesNet>(
            new SparseCategoricalCrossEntropy(),
            data,
            "the activity penalty of layer 'Dense2' behind it cannot be trained. Set its ActivityL1 and ActivityL2 to 0.");

        PenalizedProbabilitiesNet model = new();
        model.Dense2.ActivityL2 = 0;
        Assert.Single(new Trainer(new SparseCategoricalCrossEntropy(), new Adam()).Fit(model, data).History);

        model.Dense2.ActivityL1 = 0.1f;
        Assert.Throws<ArgumentException>(() => new Trainer(new SparseCategoricalCrossEntropy(), new Adam()).Fit(model, data));
    }

    private static Dataset Rows(int features, int targets) =>
        new(new float[5 * features], features, new float[5 * targets], targets);

    private static void Refused<TModel>(Loss loss, Dataset data, string reason)
        where TModel : class, IModel<TModel>
    {
        TModel model = TModel.Create(1);
        float[] before = model.Parameters.Span.ToArray();
        Trainer trainer = new(loss, new Adam());
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => trainer.Fit(model, data)).Message);
        string evaluated = reason.Replace("training part", "dataset", StringComparison.Ordinal);
        Assert.Contains(evaluated, Assert.Throws<ArgumentException>(() => trainer.Evaluate(model, data)).Message);
        Assert.Equal(before, model.Parameters.Span.ToArray());
    }
}
