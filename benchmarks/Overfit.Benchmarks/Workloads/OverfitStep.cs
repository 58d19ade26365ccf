using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>The step of <c>Trainer.Fit</c>: gather shuffled rows, forward, loss, backward, penalties, update.</summary>
internal sealed class OverfitStep<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly ThreadTeam _team;
    private readonly TrainingStep<TModel> _step;
    private readonly int[] _order;
    private readonly int _rows;
    private int _start;

    public OverfitStep(Loss loss, int rows, int batches, int threads = 1)
    {
        _team = new ThreadTeam(threads);
        Dataset data = SyntheticData.For(TModel.Description, loss, rows * batches);
        _step = new TrainingStep<TModel>(TModel.Create(seed: 0), data, loss, new Adam(), rows, seed: 0, _team);
        _rows = rows;
        _order = new int[data.Count];
        new ShuffledOrder(seed: 0).Fill(epoch: 0, _order);
    }

    public override void Invoke()
    {
        _step.Run(_order.AsSpan(_start, _rows));
        _start = (_start + _rows) % _order.Length;
    }

    public override void Dispose() => _team.Dispose();
}
