using Overfit.Tests.Models;

namespace Overfit.Tests.Training;

/// <summary>What is given to a run.</summary>
internal sealed record RunSettings(
    object Model, Dataset Training, Loss Loss, Optimizer Optimizer, Metric[] Metrics, TrainingOptions Options)
{
    public RunSettings With(Func<TrainingOptions, TrainingOptions> change) => this with { Options = change(Options) };

    /// <summary>Trains a model that begins as this one.</summary>
    public TrainingRun Fit(string backup, CancellationToken cancellation = default) =>
        Model is LineNet line
            ? Fit(new LineNet(0), line, backup, cancellation)
            : Fit(new OtherLineNet(0), (OtherLineNet)Model, backup, cancellation);

    private TrainingRun Fit<TModel>(TModel model, TModel first, string backup, CancellationToken cancellation)
        where TModel : class, IModel<TModel>
    {
        first.Parameters.Span.CopyTo(model.Parameters.Span);
        foreach ((Layer layer, Layer settings) in model.Layers.Zip(first.Layers))
        {
            ((DenseLayer)layer).KernelL2 = ((DenseLayer)settings).KernelL2;
        }

        TrainingOptions options = Options with { Backup = backup };
        return new Trainer(Loss, Optimizer) { Metrics = Metrics }.Fit(model, Training, options, cancellation);
    }
}

/// <summary>A line with a layer too many.</summary>
[Model(1)]
[Dense(2)]
[Dense(1)]
internal sealed partial class OtherLineNet;
