using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>One step: gather, forward, loss, backward, penalties, update. Allocates everything once, nothing per step.</summary>
internal sealed class TrainingStep<TModel>
    where TModel : class, IModel<TModel>
{
    private readonly TModel _model;
    private readonly Dataset _data;
    private readonly Loss _loss;
    private readonly int _seed;
    private readonly int _rows;
    private readonly bool _readsLogits;
    private readonly Workspace _workspace;
    private readonly Block _inputs;
    private readonly Block _targets;
    private readonly Block _gradients;
    private readonly Block _statistics;
    private readonly UpdateWork _update;

    public TrainingStep(TModel model, Dataset data, Loss loss, Optimizer optimizer, int batchSize, int seed, ThreadTeam team)
    {
        _model = model;
        _data = data;
        _loss = loss;
        _seed = seed;
        _readsLogits = loss.ReadsLogits(TModel.Description);
        _rows = Math.Min(batchSize, data.Count);
        _workspace = Workspace.ForTraining<TModel>(_rows, team);
        _inputs = new Block(checked(_rows * data.FeatureCount));
        _targets = new Block(checked(_rows * data.TargetCount));
        _gradients = new Block(TModel.Description.TrainableCount);
        _statistics = new Block(TModel.Description.ParameterCount - TModel.Description.TrainableCount);
        State = optimizer.CreateState(TModel.Description.TrainableCount);
        _update = new UpdateWork(optimizer, State, model.Parameters, _gradients);
    }

    public OptimizerState State { get; }

    /// <summary>Takes one step on these rows; returns the mean objective in front of the update.</summary>
    /// <remarks>Where the objective is not finite, parameters and moving statistics stay as they were.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public double Run(ReadOnlySpan<int> batch)
    {
        int rows = batch.Length;
        ModelDescription model = TModel.Description;
        Span<float> inputs = _inputs.Slice(0, rows * _data.FeatureCount);
        Span<float> targets = _targets.Slice(0, rows * _data.TargetCount);
        _data.GatherFeatures(batch, inputs);
        _data.GatherTargets(batch, targets);

        Span<float> moving = _model.Parameters.Slice(model.TrainableCount, _statistics.Length);
        moving.CopyTo(_statistics.Span);
        TModel.ForwardTraining(_model, inputs, rows, _workspace, new DropoutRandom(_seed, State.Step), _readsLogits);
        Span<float> scores = _workspace.Slot(_readsLogits ? model.LogitsSlot : model.OutputSlot, rows, model.OutputWidth);
        Span<float> gradient = _workspace.Slot(model.OutputGradientSlot, rows, model.OutputWidth);
        double loss = _loss.SumAndGradient(scores, targets, rows, gradient) / rows;
        double objective = loss + TModel.Penalty(_model) + _workspace.ActivityPenalty;
        if (!double.IsFinite(objective))
        {
            _statistics.Span.CopyTo(moving);
            return objective;
        }

        TModel.Backward(_model, inputs, rows, _workspace, _gradients.Span, _readsLogits);
        TModel.AddPenaltyGradient(_model, _gradients.Span);
        _update.Run(_workspace.Team);
        return objective;
    }

    /// <summary>Why the loss of the step on these many rows, the latest one, is not finite.</summary>
    public string ExplainNonFinite(int rows) => FindNonFinite(rows) ?? NonFinite.Loss;

    /// <summary>Why the loss of the model as it is, in inference mode, is not finite.</summary>
    public string ExplainNonFinite()
    {
        string? found = null;
        for (int start = 0; start < _data.Count && found is null; start += _rows)
        {
            int rows = Math.Min(_rows, _data.Count - start);
            TModel.Forward(_model, _data.Features.Slice(start * _data.FeatureCount, rows * _data.FeatureCount), rows, _workspace);
            found = FindNonFinite(rows);
        }

        return found ?? NonFinite.Loss;
    }

    private string? FindNonFinite(int rows) =>
        NonFinite.Find(TModel.Description, _model.Parameters, _gradients, State.Step, _workspace, rows);
}
