using static System.FormattableString;

namespace Overfit;

/// <summary>
/// Mean over the outputs of e^2 / 2 where |e| is at most <see cref="Delta"/>, else of delta |e| - delta^2 / 2, with
/// e = output - target: squared for small errors, absolute for large ones (P. J. Huber, Robust estimation of a location
/// parameter, 1964).
/// </summary>
public sealed class Huber : Loss
{
    /// <summary>A loss that turns from squared to absolute at <paramref name="delta"/>.</summary>
    /// <param name="delta">In units of the target; finite, greater than 0. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not finite, or not greater than 0.</exception>
    public Huber(double delta = 1)
    {
        if (!double.IsFinite(delta) || delta <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(delta), delta, "Delta is the error where a Huber loss turns linear: a finite number greater than 0.");
        }

        Delta = delta;
    }

    /// <summary>The error at which the loss turns from squared to absolute.</summary>
    public double Delta { get; }

    /// <inheritdoc/>
    public override string Name => "Huber loss";

    /// <inheritdoc/>
    public override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows) =>
        ErrorSum.Of(new HuberError(Delta), scores, targets) * rows / scores.Length;

    /// <inheritdoc/>
    public override double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient) =>
        ErrorSum.OfAndGradient(new HuberError(Delta), scores, targets, 1.0 / scores.Length, gradient) * rows / scores.Length;

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Name} {{ Delta = {Delta} }}");
}
