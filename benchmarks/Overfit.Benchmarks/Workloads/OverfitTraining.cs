using Overfit.Benchmarks.Peers;

namespace Overfit.Benchmarks.Workloads;

/// <summary>The article's experiments from the first to the last line, so many at once on so many threads.</summary>
internal sealed class OverfitTraining(int trials, int threads) : PreparedCall
{
    public const int Rows = 100, TrainingRows = 80, Epochs = 200, BatchSize = 32;

    private readonly DataSplit _split = DataSplit.ByPosition(
        SyntheticData.For(PlainRegressor.Description, new MeanSquaredError(), Rows), validation: 0.2);

    public override void Invoke()
    {
        if (threads == 1)
        {
            for (int seed = 0; seed < trials; seed++)
            {
                Train(seed);
            }
        }
        else
        {
            Parallel.For(0, trials, new ParallelOptions { MaxDegreeOfParallelism = threads }, Train);
        }
    }

    private void Train(int seed)
    {
        PlainRegressor model = new(seed);
        TrainingOptions options = new() { Epochs = Epochs, BatchSize = BatchSize, Validation = _split.Validation, Seed = seed };
        new Trainer(new MeanSquaredError(), new Adam()).Fit(model, _split.Training, options);
    }
}
