namespace Overfit;

/// <summary>Mean over the outputs of |output - target|. Its gradient at 0 is 0, as in TensorFlow and PyTorch.</summary>
public sealed class MeanAbsoluteError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean absolute error";

    /// <inheritdoc/>
    public override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows) =>
        ErrorSum.Of(default(AbsoluteError), scores, targets) * rows / scores.Length;

    /// <inheritdoc/>
    public override double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient) =>
        ErrorSum.OfAndGradient(default(AbsoluteError), scores, targets, 1.0 / scores.Length, gradient) * rows / scores.Length;
}
