namespace Overfit;

/// <summary>Mean over the outputs of (output - target)^2, without a half, as in Keras.</summary>
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean squared error";

    /// <inheritdoc/>
    public override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows) =>
        ErrorSum.Of(default(SquaredError), scores, targets) * rows / scores.Length;

    /// <inheritdoc/>
    public override double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient) =>
        ErrorSum.OfAndGradient(default(SquaredError), scores, targets, 1.0 / scores.Length, gradient) * rows / scores.Length;
}
