using FashionMnist;

namespace Overfit.Benchmarks.FashionMnist;

/// <summary>As the sample does it.</summary>
internal sealed class OverfitLearner : ILearner
{
    public string Name => "Overfit";

    public void Learn(FashionData data, int seed, int epochs, Func<EpochResult, bool> goesOn)
    {
        ClothingClassifier model = new(seed);
        Trainer trainer = new(new SparseCategoricalCrossEntropy(), new Adam()) { Metrics = [Metric.SparseCategoricalAccuracy()] };
        LambdaCallback judge = new((progress, record) =>
        {
            double accuracy = trainer.Evaluate(model, data.Test).Metrics[0];
            if (!goesOn(new EpochResult(record.Duration.TotalSeconds, accuracy)))
            {
                progress.Stop("The accuracy is reached.");
            }
        });
        TrainingOptions options = new()
        {
            Epochs = epochs,
            BatchSize = ILearner.BatchSize,
            Seed = seed,
            EvaluationFrequency = epochs,   // the accuracy is measured here
            Callbacks = [judge],
        };
        trainer.Fit(model, data.Training, options);
    }
}
