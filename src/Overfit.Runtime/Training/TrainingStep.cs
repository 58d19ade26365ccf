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
        int rows = Math.Min(batchSize, data.Count);
        _workspace = Workspace.ForTraining<TModel>(rows, team);
        _inputs = new Block(checked(rows * data.FeatureCount));
        _targets = new Block(checked(rows * data.TargetCount));
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

    /// <summary>Where the first value that is not finite stands, after a step on these many rows.</summary>
    public string FindNonFinite(int rows) => NonFinite.Find(TModel.Description, _model.Parameters, _workspace, rows);
}
