namespace Overfit;

/// <summary>
/// What training minimizes: a mean over rows of a value of each row. Reads scores, which are the model's outputs or, where
/// loss and output activation are computed as one, its logits.
/// </summary>
public abstract class Loss
{
    /// <summary>The loss in words, such as <c>mean squared error</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the scores are the model's logits: the loss applies the output activation itself.</summary>
    public virtual bool ReadsLogits(ModelDescription model) => false;

    /// <summary>Floats in one row of targets. Default: as many as outputs.</summary>
    public virtual int TargetWidth(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.OutputWidth;
    }

    /// <summary>Why the loss cannot fit the model's output and what to do about it; null where it fits.</summary>
    public virtual string? Misfit(ModelDescription model) => null;

    /// <summary>Why a row of targets cannot be one of this loss, such as a class number out of range; null where it can.</summary>
    /// <param name="target">[target width].</param>
    /// <param name="outputs">Floats in one row of outputs.</param>
    public virtual string? Misfit(ReadOnlySpan<float> target, int outputs) => null;

    /// <summary>Sum over the rows of each row's loss, in the order of the rows.</summary>
    /// <param name="scores">[rows x outputs].</param>
    /// <param name="targets">[rows x target width].</param>
    /// <param name="rows">Number of rows.</param>
    public abstract double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows);

    /// <summary>The same sum, and the gradient of the mean over the rows.</summary>
    /// <param name="scores">[rows x outputs].</param>
    /// <param name="targets">[rows x target width].</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="gradient">[rows x outputs], overwritten.</param>
    public abstract double SumAndGradient(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient);
}
