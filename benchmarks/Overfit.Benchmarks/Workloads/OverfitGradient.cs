using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>Loss and gradient of all rows as one batch, without an update.</summary>
internal sealed class OverfitGradient<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly TModel _model = TModel.Create(seed: 0);
    private readonly Loss _loss;
    private readonly Dataset _data;
    private readonly Workspace _workspace;
    private readonly Block _gradients = new(TModel.Description.TrainableCount);

    public OverfitGradient(Loss loss, int rows)
    {
        _loss = loss;
        _data = SyntheticData.For(TModel.Description, loss, rows);
        _workspace = Workspace.ForTraining<TModel>(rows);
    }

    public override void Invoke()
    {
        ModelDescription model = TModel.Description;
        int rows = _data.Count;
        bool readsLogits = _loss.ReadsLogits(model);
        TModel.ForwardTraining(_model, _data.Features, rows, _workspace, new DropoutRandom(0, 0), readsLogits);
        Span<float> scores = _workspace.Slot(readsLogits ? model.LogitsSlot : model.OutputSlot, rows, model.OutputWidth);
        Span<float> gradient = _workspace.Slot(model.OutputGradientSlot, rows, model.OutputWidth);
        _loss.SumAndGradient(scores, _data.Targets, rows, gradient);
        TModel.Backward(_model, _data.Features, rows, _workspace, _gradients.Span, readsLogits);
    }
}
