using Overfit.Benchmarks.Onnx;
using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Torch;

namespace Overfit.Benchmarks.Workloads;

/// <summary>Inference of one row and of many.</summary>
internal static class InferenceWorkloads
{
    private const string Onnx = "ONNX Runtime";
    private const int ManyRows = 4096;

    public static IEnumerable<Workload> Of<TModel>(string net)
        where TModel : class, IModel<TModel>
    {
        bool isArticle = typeof(TModel) == typeof(PlainRegressor);
        yield return Of<TModel>(
            $"inference {net}, 1 row", 1, isArticle ? [Target.Microseconds(0.4), Target.Against(Onnx, 0.1)] : []);
        yield return Of<TModel>($"inference {net}, 4,096 rows", ManyRows, isArticle ? [Target.Against(Onnx, 0.5)] : []);
    }

    private static Workload Of<TModel>(string name, int rows, IReadOnlyList<Target> targets)
        where TModel : class, IModel<TModel>
    {
        double operations = Arithmetic.Inference(rows, Arithmetic.Widths(TModel.Description));
        return new Workload(
            name,
            Unit: null,
            [
                new("Overfit", operations, () => new OverfitPrediction<TModel>(rows)),
                new("Overfit, model.Predict", operations, () => new OverfitShortPrediction<TModel>(rows)),
                new(Onnx, operations, () => new OnnxPrediction<TModel>(rows)),
                new("TorchSharp", operations, () => new TorchPrediction<TModel>(rows)),
            ],
            targets);
    }
}
