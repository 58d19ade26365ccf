using Overfit;

namespace Article;

/// <summary>One of the article's models: its name here and in the tables of real Keras, and how it is trained.</summary>
internal sealed record Contender(
    string Name, string KerasName, Func<Points, int, TrainingOptions, CancellationToken, TrainingRun> Train)
{
    public static Contender[] All { get; } =
    [
        Of<PlainRegressor>("plain", "plain"),
        Of<RegularizedRegressor>("L2 0.01", "regularized"),
        Of<NormalizedRegressor>("batch norm", "batch_norm"),
    ];

    /// <summary>The whole of it: a model, a loss, an optimizer, and data.</summary>
    private static Contender Of<TModel>(string name, string kerasName)
        where TModel : class, IModel<TModel> => new(name, kerasName, static (points, seed, options, cancellation) =>
        {
            TModel model = TModel.Create(seed);
            Trainer trainer = new(new MeanSquaredError(), new Adam());
            TrainingRun run = trainer.Fit(
                model, points.Training, options with { Seed = seed, Validation = points.Validation }, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return run;
        });
}
