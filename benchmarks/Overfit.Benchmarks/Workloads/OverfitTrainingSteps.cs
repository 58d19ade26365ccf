using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>What the article's training cannot do without: the steps of a new model, on rows in an order that is drawn once.</summary>
internal sealed class OverfitTrainingSteps : PreparedCall
{
    private readonly Dataset _training = DataSplit.ByPosition(
        SyntheticData.For(PlainRegressor.Description, new MeanSquaredError(), OverfitTraining.Rows), validation: 0.2).Training;

    private readonly int[] _order;

    public OverfitTrainingSteps()
    {
        _order = new int[_training.Count];
        new ShuffledOrder(seed: 0).Fill(epoch: 0, _order);
    }

    public override void Invoke()
    {
        TrainingStep<PlainRegressor> step = new(
            new PlainRegressor(), _training, new MeanSquaredError(), new Adam(), OverfitTraining.BatchSize, seed: 0, ThreadTeam.Alone);
        for (int epoch = 0; epoch < OverfitTraining.Epochs; epoch++)
        {
            for (int start = 0; start < _order.Length; start += OverfitTraining.BatchSize)
            {
                step.Run(_order.AsSpan(start, Math.Min(OverfitTraining.BatchSize, _order.Length - start)));
            }
        }
    }
}
