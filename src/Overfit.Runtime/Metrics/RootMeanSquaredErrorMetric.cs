namespace Overfit;

/// <summary>The metric of <see cref="Metric.RootMeanSquaredError"/>.</summary>
internal sealed class RootMeanSquaredErrorMetric : Metric
{
    public override string Name => "rmse";

    public override double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows) =>
        Math.Sqrt(ErrorSum.Of(default(SquaredError), outputs, targets) / outputs.Length);
}
