namespace Overfit;

/// <summary>A number that is reported beside the loss, over all rows of a split, in inference mode.</summary>
public abstract class Metric
{
    /// <summary>The metric's name in tables and logs, in Keras's spelling, such as <c>mae</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Why the metric cannot be computed for the model and what to do about it; null where it can.</summary>
    /// <param name="model">The model.</param>
    /// <param name="targetWidth">Floats in one row of targets.</param>
    public virtual string? Misfit(ModelDescription model, int targetWidth)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.OutputWidth == targetWidth
            ? null
            : $"{Name} compares each output with a target of its own; the model has {model.OutputWidth} outputs and the data {targetWidth} targets a row.";
    }

    /// <summary>The metric over all rows.</summary>
    /// <param name="outputs">[rows x outputs], after the output activation.</param>
    /// <param name="targets">[rows x target width].</param>
    /// <param name="rows">Number of rows.</param>
    public abstract double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows);
}
