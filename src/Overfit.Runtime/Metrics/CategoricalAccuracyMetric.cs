namespace Overfit;

/// <summary>The metric of <see cref="Metric.CategoricalAccuracy"/>.</summary>
internal sealed class CategoricalAccuracyMetric : Metric
{
    public override string Name => "categorical_accuracy";

    public override string? Misfit(ModelDescription model, int targetWidth) =>
        ClassOutputs.Misfit(Name, model) ?? base.Misfit(model, targetWidth);

    public override double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows)
    {
        int classes = outputs.Length / rows;
        int hits = 0;
        for (int start = 0; start < outputs.Length; start += classes)
        {
            int answer = ClassOutputs.Largest(outputs.Slice(start, classes));
            hits += answer == ClassOutputs.Largest(targets.Slice(start, classes)) ? 1 : 0;
        }

        return (double)hits / rows;
    }
}
