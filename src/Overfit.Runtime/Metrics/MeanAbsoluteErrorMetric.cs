namespace Overfit;

/// <summary>The metric of <see cref="Metric.MeanAbsoluteError"/>.</summary>
internal sealed class MeanAbsoluteErrorMetric : Metric
{
    public override string Name => "mae";

    public override double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows) =>
        ErrorSum.Of(default(AbsoluteError), outputs, targets) / outputs.Length;
}
