namespace Overfit;

/// <summary>
/// What <see cref="CategoricalCrossEntropy"/> and <see cref="SparseCategoricalCrossEntropy"/> share: the outputs are one
/// question with as many answers, p = softmax(logits), and the row's loss is the sum of -y log p over the answers.
/// </summary>
public abstract class SoftmaxCrossEntropy : CrossEntropy
{
    private protected SoftmaxCrossEntropy()
    {
    }

    private protected sealed override Activation Link => Activation.Softmax;

    /// <inheritdoc/>
    public sealed override string? Misfit(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.OutputShape.Rank != 1)
        {
            return $"{Name} needs a vector with one output per class; {model.Name} ends with {model.OutputShape}. " +
                "End the model with a Dense layer of as many units as classes.";
        }

        if (model.OutputWidth == 1)
        {
            return $"{Name} needs one output per class, at least 2; {model.Name} has 1. " +
                "For two classes use BinaryCrossEntropy, or end the model with 2 outputs.";
        }

        return base.Misfit(model);
    }
}
