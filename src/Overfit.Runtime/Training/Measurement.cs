namespace Overfit;

/// <summary>Measures a model on the parts of a run.</summary>
internal sealed class Measurement<TModel>(
    TModel model, Dataset training, Dataset? validation, Loss loss, IReadOnlyList<Metric> metrics, ThreadTeam team)
    where TModel : class, IModel<TModel>
{
    private readonly Predictor<TModel> _predictor = new(model, team);

    /// <summary>As the model is.</summary>
    public Evaluation Take() => new(
        _predictor.Evaluate(training, loss, metrics),
        validation is null ? null : _predictor.Evaluate(validation, loss, metrics));

    /// <summary>With exact moving statistics in place of the model's own, which are back afterwards.</summary>
    /// <exception cref="NotFiniteNumberException">There are no exact statistics.</exception>
    public (IReadOnlyList<StatisticsDistance> Staleness, Evaluation Recalibrated) TakeRecalibrated()
    {
        Block own = model.Parameters.Copy();
        IReadOnlyList<StatisticsDistance> staleness = Recalibration.Recalibrate(model, training);
        Evaluation recalibrated = Take();
        own.Span.CopyTo(model.Parameters.Span);
        return (staleness, recalibrated);
    }
}
