using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>Inference in the shortest form, which allocates the memory it computes in and the outputs.</summary>
internal sealed class OverfitShortPrediction<TModel>(int rows) : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly TModel _model = TModel.Create(seed: 0);
    private readonly float[] _inputs = SyntheticData.Inputs(TModel.Description, rows);

    public override void Invoke() => _model.Predict(_inputs);
}
