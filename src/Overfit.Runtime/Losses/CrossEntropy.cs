using System.Buffers;

namespace Overfit;

/// <summary>
/// Minus the logarithm of the probability that the model gives to the truth. Reads the logits: where the model ends with the
/// activation that makes them probabilities, loss and activation are computed as one, so that no probability is clipped and
/// no gradient lost however wrong the model is. Values and gradients are those of Keras with <c>from_logits=True</c>, which
/// its TensorFlow backend also uses behind that activation.
/// </summary>
public abstract class CrossEntropy : Loss
{
    private protected CrossEntropy()
    {
    }

    /// <summary>
    /// Whether the model's outputs are logits: its last activation is <see cref="Activation.Linear"/>. Default false: the
    /// model ends with the activation that makes them probabilities.
    /// </summary>
    public bool FromLogits { get; init; }

    /// <summary>The activation that makes logits the probabilities of this loss.</summary>
    private protected abstract Activation Link { get; }

    /// <summary>Always true.</summary>
    /// <inheritdoc/>
    public sealed override bool ReadsLogits(ModelDescription model) => true;

    /// <inheritdoc/>
    public override string? Misfit(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Activation last = model.OutputActivation;
        if (!FromLogits)
        {
            return last == Link
                ? null
                : $"{Name} needs a model that ends with {Link}; {model.Name} ends with {last}. " +
                    $"Make {Link} the last activation{(last == Activation.Linear ? ", or set FromLogits = true." : ".")}";
        }

        if (last == Activation.Linear)
        {
            return null;
        }

        string remedy = last == Link
            ? $"Leave FromLogits out: behind {Link} the loss finds the logits by itself."
            : "Make Linear the last activation.";
        return $"{Name} with FromLogits = true needs a model that ends with Linear; {model.Name} ends with {last}. {remedy}";
    }

    /// <inheritdoc/>
    public sealed override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows)
    {
        // The exponentials need a place of their own; with it, value and training share every bit.
        float[] scratch = ArrayPool<float>.Shared.Rent(scores.Length);
        double sum = SumAndGradient(scores, targets, rows, scratch.AsSpan(0, scores.Length));
        ArrayPool<float>.Shared.Return(scratch);
        return sum;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {{ FromLogits = {FromLogits} }}";

    /// <summary>Checks a strength of label smoothing.</summary>
    private protected static double Smoothing(double value) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(value), value, "Label smoothing is the share of a target that is spread evenly: at least 0 and less than 1.");
}
