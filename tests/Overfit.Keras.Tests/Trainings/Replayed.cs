namespace Overfit.Keras.Trainings;

/// <summary>A training of Keras run again here, from its parameters and in its order.</summary>
/// <param name="Run">What the trainer recorded.</param>
/// <param name="AfterFirstEpoch">Parameters and moving statistics after the first epoch.</param>
/// <param name="AfterLastEpoch">After the last epoch, before anything is restored.</param>
/// <param name="Final">Of the trained model.</param>
/// <param name="Predict">The trained model's outputs.</param>
internal sealed record Replayed(
    TrainingRun Run, Block AfterFirstEpoch, Block AfterLastEpoch, Block Final, Replayed.Prediction Predict)
{
    public delegate float[] Prediction(ReadOnlySpan<float> inputs);

    /// <summary>The five loss series under the names of the golden files.</summary>
    public IEnumerable<(string Name, double[] Values)> Series =>
    [
        ("online_loss", Values(record => record.OnlineLoss)),
        ("val_objective", Values(record => record.Validation!.Objective)),
        ("train_data_loss", Values(record => record.Training!.DataLoss)),
        ("val_data_loss", Values(record => record.Validation!.DataLoss)),
        ("penalty", Values(record => record.Training!.Penalty)),
    ];

    public static Replayed Train<TModel>(
        GoldenTraining golden,
        Loss loss,
        Optimizer optimizer,
        int epochs,
        Metric? metric = null,
        EarlyStopping? stopping = null)
        where TModel : class, IModel<TModel>
    {
        List<Block> afterEpochs = [];
        LambdaCallback recording = new((progress, _) => afterEpochs.Add(progress.Parameters.Copy()));
        TModel model = TModel.Create(seed: 0);
        golden.Start(model);
        TrainingOptions options = new()
        {
            Epochs = epochs,
            BatchSize = golden.BatchSize,
            Validation = golden.Validation,
            Order = golden.Order,
            Callbacks = stopping is null ? [recording] : [recording, stopping],
        };
        Trainer trainer = new(loss, optimizer) { Metrics = metric is null ? [] : [metric] };
        TrainingRun run = trainer.Fit(model, golden.Training, options);
        return new(run, afterEpochs[0], afterEpochs[^1], model.Parameters, inputs => model.Predict(inputs));
    }

    private double[] Values(Func<EpochRecord, double> value) => [.. Run.History.Select(value)];
}
