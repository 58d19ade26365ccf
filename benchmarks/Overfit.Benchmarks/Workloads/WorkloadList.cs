using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>All workloads, with what each should reach.</summary>
internal static class WorkloadList
{
    private static readonly Loss SquaredError = new MeanSquaredError();
    private static readonly Loss CrossEntropy = new SparseCategoricalCrossEntropy();

    public static IReadOnlyList<Workload> All { get; } =
    [
        TrainingWorkloads.Step<PlainRegressor>("article 1-64-64-1, batch 32", SquaredError, 32, Units.Article, 1.0),
        TrainingWorkloads.Step<RegularizedRegressor>("article + L2 0.01, batch 32", SquaredError, 32, Units.Article, 1.1),
        TrainingWorkloads.Step<ArticleNetWithDropout>("article + dropout 0.2, batch 32", SquaredError, 32, Units.Article, 1.3),
        TrainingWorkloads.Step<NormalizedRegressor>("article + batch normalization, batch 32", SquaredError, 32, Units.Article, 1.6),
        TrainingWorkloads.Step<NarrowNet>("60-12-1, batch 32", SquaredError, 32, Units.Article, 0.3),
        TrainingWorkloads.Step<DigitsNet>("64-128-10 softmax, batch 32", CrossEntropy, 32, Units.Article, 1.7),
        TrainingWorkloads.Step<TabularNet>("64-256-256-1, batch 128", SquaredError, 128, Units.Tabular, 0.8),
        TrainingWorkloads.Step<DeepNet>("64-128x6-10 softmax, batch 64", CrossEntropy, 64, Units.Tabular, 0.55),
        TrainingWorkloads.Step<ImageNet>("784-512-512-10 softmax, batch 128", CrossEntropy, 128, Units.Image, 0.95),
        TrainingWorkloads.SharedStep<ImageNet>("784-512-512-10 softmax, batch 128, shared", CrossEntropy, 128, 1.6),
        TrainingWorkloads.OddStep(),
        TrainingWorkloads.Gradient<SmallTanhNet>("24-8(tanh)-2, gradient of 200 rows", 200, Units.Article, 0.6),
        TrainingWorkloads.Gradient<ControlNet>(
            "4-32(tanh)-16(tanh)-4, gradient of 10,000 rows", 10_000, Units.Tabular, 1.3),
        TrainingWorkloads.WholeTraining(),
        TrainingWorkloads.ManyTrainings(),
        .. InferenceWorkloads.Of<PlainRegressor>("1-64-64-1"),
        .. InferenceWorkloads.Of<NormalizedRegressor>("1-64-64-1 + batch normalization"),
        .. InferenceWorkloads.Of<NarrowNet>("60-12-1"),
        .. InferenceWorkloads.Of<DigitsNet>("64-128-10 softmax"),
        .. InferenceWorkloads.Of<TabularNet>("64-256-256-1"),
        .. InferenceWorkloads.Of<DeepNet>("64-128x6-10 softmax"),
        .. InferenceWorkloads.Of<ImageNet>("784-512-512-10 softmax"),
        .. InferenceWorkloads.Of<SmallTanhNet>("24-8(tanh)-2"),
        .. InferenceWorkloads.Of<ControlNet>("4-32(tanh)-16(tanh)-4"),
        .. InferenceWorkloads.Of<OddNet>("30-17-5-1 sigmoid"),
    ];
}
