using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>Inference of one row and of many.</summary>
internal static class InferenceWorkloads
{
    private const int ManyRows = 4096;

    public static IEnumerable<Workload> Of<TModel>(string net)
        where TModel : class, IModel<TModel>
    {
        bool isArticle = typeof(TModel) == typeof(ArticleNet);
        yield return Of<TModel>($"inference {net}, 1 row", 1, isArticle ? [Target.Microseconds(0.4)] : []);
        yield return Of<TModel>($"inference {net}, 4,096 rows", ManyRows, []);
    }

    private static Workload Of<TModel>(string name, int rows, IReadOnlyList<Target> targets)
        where TModel : class, IModel<TModel>
    {
        Contender ours = new(
            "Overfit",
            Arithmetic.Inference(rows, Arithmetic.Widths(TModel.Description)),
            () => new OverfitPrediction<TModel>(rows));
        return new Workload(name, Unit: null, [ours], targets);
    }
}
