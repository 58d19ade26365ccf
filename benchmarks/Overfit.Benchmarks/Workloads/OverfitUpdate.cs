using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>Adam's pass over a model's parameters, alone.</summary>
internal sealed class OverfitUpdate<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly Adam _adam = new();
    private readonly OptimizerState _state;
    private readonly Block _parameters = TModel.Create(seed: 0).Parameters;
    private readonly Block _gradients = TModel.Create(seed: 1).Parameters;

    public OverfitUpdate() => _state = _adam.CreateState(TModel.Description.TrainableCount);

    public override void Invoke() => _adam.Update(
        _state, _parameters.Slice(0, _state.ParameterCount), _gradients.Slice(0, _state.ParameterCount));
}
