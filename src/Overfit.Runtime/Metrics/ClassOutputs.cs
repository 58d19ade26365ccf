namespace Overfit;

/// <summary>Rows that hold one output per class.</summary>
internal static class ClassOutputs
{
    /// <summary>Why the model's outputs are no classes to choose from; null where they are.</summary>
    public static string? Misfit(string metric, ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.OutputWidth > 1
            ? null
            : $"Metric {metric} needs one output per class, at least 2; {model.Name} has 1, which would always be right. " +
                "Use binary_accuracy.";
    }

    /// <summary>Place of the largest value, of the first among equals.</summary>
    public static int Largest(ReadOnlySpan<float> row)
    {
        int largest = 0;
        for (int i = 1; i < row.Length; i++)
        {
            if (row[i] > row[largest])
            {
                largest = i;
            }
        }

        return largest;
    }
}
