using System.Globalization;

namespace Overfit;

/// <summary>
/// What training minimizes: a mean over rows of a value of each row. Reads scores, which are the model's outputs or, where
/// loss and output activation are computed as one, its logits. A loss holds settings only, so one instance serves any number
/// of models and threads.
/// </summary>
public abstract class Loss
{
    /// <summary>The loss in words, such as <c>mean squared error</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the scores are the model's logits: the loss applies the output activation itself.</summary>
    /// <param name="model">A model that <see cref="Misfit(ModelDescription)"/> does not refuse.</param>
    public virtual bool ReadsLogits(ModelDescription model) => false;

    /// <summary>Floats in one row of targets. Default: as many as outputs.</summary>
    /// <param name="model">The model to train.</param>
    public virtual int TargetWidth(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.OutputWidth;
    }

    /// <summary>Why the loss cannot fit the model's output and what to do; null where it fits. Default: any fits.</summary>
    /// <param name="model">The model to train.</param>
    public virtual string? Misfit(ModelDescription model) => null;

    /// <summary>
    /// Why a row of targets cannot be one of this loss, such as a class number out of range, and what to do about it; null
    /// where it can. Default: every target is a finite number.
    /// </summary>
    /// <param name="target">[target width].</param>
    /// <param name="outputs">Floats in one row of outputs.</param>
    public virtual string? Misfit(ReadOnlySpan<float> target, int outputs)
    {
        foreach (float value in target)
        {
            if (!float.IsFinite(value))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name} needs finite targets; received {value}. Remove the row, or fill the gap.");
            }
        }

        return null;
    }

    /// <summary>Sum over the rows of each row's loss, in an order that depends on nothing but the lengths.</summary>
    /// <param name="scores">[rows x outputs].</param>
    /// <param name="targets">[rows x target width].</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    public abstract double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows);

    /// <summary>The same sum, bit for bit, and the gradient of the mean over the rows.</summary>
    /// <param name="scores">[rows x outputs].</param>
    /// <param name="targets">[rows x target width].</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="gradient">[rows x outputs], overwritten; must not overlap the scores.</param>
    public abstract double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient);

    /// <summary>The name and the settings, where there are some.</summary>
    public override string ToString() => Name;
}
