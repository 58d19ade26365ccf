namespace Overfit;

/// <summary>The metric of <see cref="Metric.SparseCategoricalAccuracy"/>.</summary>
internal sealed class SparseCategoricalAccuracyMetric : Metric
{
    public override string Name => "sparse_categorical_accuracy";

    public override string? Misfit(ModelDescription model, int targetWidth) =>
        ClassOutputs.Misfit(Name, model) ?? (targetWidth == 1
            ? null
            : $"Metric {Name} needs one class number a row; the data have {targetWidth} targets. " +
                "Use categorical_accuracy for one-hot rows.");

    public override double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows)
    {
        int classes = outputs.Length / rows;
        int hits = 0;
        for (int row = 0; row < rows; row++)
        {
            hits += ClassOutputs.Largest(outputs.Slice(row * classes, classes)) == targets[row] ? 1 : 0;
        }

        return (double)hits / rows;
    }
}
