using System.Globalization;

namespace Overfit.Bits;

/// <summary>One training: a model, a loss that fits it, an optimizer.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Optimizer">The optimizer's name.</param>
/// <param name="Run">Trains and returns the line that is compared.</param>
internal sealed record Trial(string Model, Loss Loss, string Optimizer, Func<int, string> Run)
{
    private const int Seed = 5;
    private const int TrainingRows = 43;
    private const int ValidationRows = 9;

    /// <summary>Every optimizer with every loss that fits the model.</summary>
    public static IEnumerable<Trial> Of<TModel>()
        where TModel : class, IModel<TModel> =>
        from loss in Losses.All
        where loss.Misfit(TModel.Description) is null
        from optimizer in Optimizers.All
        select new Trial(
            TModel.Description.Name, loss, optimizer.Name, threads => Train<TModel>(loss, optimizer.Name, optimizer.Optimizer, threads));

    private static string Train<TModel>(Loss loss, string name, Optimizer optimizer, int threads)
        where TModel : class, IModel<TModel>
    {
        // Three steps an epoch, the last of 11 rows.
        TrainingOptions options = new()
        {
            Epochs = 2,
            BatchSize = 16,
            Seed = Seed,
            Threads = threads,
            Validation = Samples.Draw(TModel.Description, loss, ValidationRows),
        };
        TModel model = TModel.Create(Seed);
        Dataset training = Samples.Draw(TModel.Description, loss, TrainingRows);
        TrainingRun run = new Trainer(loss, optimizer).Fit(model, training, options);
        if (run.StopReason != StopReason.Completed)
        {
            throw new InvalidOperationException(
                $"{TModel.Description.Name} with {loss.Name} and {name} was not trained to the end: {run.StopMessage} " +
                "Choose samples or a learning rate that it survives.");
        }

        float[] predictions = model.Predict(training.Features);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{TModel.Description.Name}, {loss.Name}, {name}: parameters {Fingerprint.Of(model.Parameters.Span)}, " +
            $"history {Fingerprint.Of(run)}, predictions {Fingerprint.Of(predictions)}; loss {run.Final.Training.DataLoss:R}");
    }
}
