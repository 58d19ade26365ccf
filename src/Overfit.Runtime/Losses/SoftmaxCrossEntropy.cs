using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

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

    /// <summary>The largest logit. Unlike a sum, it is the same in whatever order vectors look for it.</summary>
    private protected static float Largest(ReadOnlySpan<float> logits) => TensorPrimitives.Max(logits);

    /// <summary>The sum of a row's exponentials in 4 lanes and a rest, whatever the width of vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private protected static double Total(ReadOnlySpan<float> exponentials)
    {
        double lane0 = 0;
        double lane1 = 0;
        double lane2 = 0;
        double lane3 = 0;
        while (exponentials.Length >= 4)
        {
            lane0 += exponentials[0];
            lane1 += exponentials[1];
            lane2 += exponentials[2];
            lane3 += exponentials[3];
            exponentials = exponentials[4..];
        }

        double rest = 0;
        foreach (float value in exponentials)
        {
            rest += value;
        }

        return lane0 + lane1 + (lane2 + lane3) + rest;
    }
}
