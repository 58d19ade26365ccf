using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>Inference of some rows into memory of the caller: the fastest call of the public surface.</summary>
internal sealed class OverfitPrediction<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly Predictor<TModel> _predictor = new(TModel.Create(seed: 0));
    private readonly float[] _inputs;
    private readonly float[] _outputs;

    public OverfitPrediction(int rows)
    {
        _inputs = SyntheticData.Inputs(TModel.Description, rows);
        _outputs = new float[rows * TModel.Description.OutputWidth];
    }

    public override void Invoke() => _predictor.Predict(_inputs, _outputs);
}
