using System.Runtime.CompilerServices;
using Overfit.Kernels;
using static System.FormattableString;

namespace Overfit;

/// <summary>
/// RMSprop with Keras's formula and defaults: <c>v = rho * v + (1 - rho) g^2; w -= learningRate * g / sqrt(v + epsilon)</c>.
/// Centered, the square of a mean of the gradients, kept in the same way, is subtracted from v; with momentum the quotient
/// is gathered first: <c>m = momentum * m + quotient; w -= m</c>.
/// </summary>
/// <remarks>
/// Its moments: v; m if there is a momentum; the mean of the gradients if centered. Where gradients hardly vary, the
/// centered v can round to less than 0, and Keras's root to NaN; here it is at least 0.
/// </remarks>
public sealed class RmsProp : Optimizer
{
    /// <summary>RMSprop with a learning rate of 0.001.</summary>
    public RmsProp()
        : base(0.001)
    {
    }

    /// <summary>How much of the past v keeps, at least 0 and less than 1. Default: 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range.</exception>
    public double Rho { get; init => field = Setting.Decay(value); } = 0.9;

    /// <summary>How much of the last movement continues, from 0 to 1. Default: 0, none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range.</exception>
    public double Momentum { get; init => field = Setting.Fraction(value); }

    /// <summary>Keeps the quotient finite; added inside the root, greater than 0. Default: 1e-7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range.</exception>
    public double Epsilon { get; init => field = Setting.Positive(value); } = 1e-7;

    /// <summary>Whether gradients are divided by their deviation rather than their root mean square. Default: false.</summary>
    public bool Centered { get; init; }

    /// <inheritdoc/>
    public override int MomentCount => 1 + (Momentum > 0 ? 1 : 0) + (Centered ? 1 : 0);

    /// <summary>The class and its settings.</summary>
    public override string ToString() =>
        Invariant($"{nameof(RmsProp)} {{ LearningRate = {LearningRate}, Rho = {Rho}, Momentum = {Momentum}, ") +
        Invariant($"Epsilon = {Epsilon}, Centered = {Centered} }}");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void Apply(
        OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients, int start)
    {
        switch (Momentum > 0, Centered)
        {
            case (false, false):
                Apply<Off, Off>(state, parameters, gradients, start);
                break;
            case (false, true):
                Apply<Off, On>(state, parameters, gradients, start);
                break;
            case (true, false):
                Apply<On, Off>(state, parameters, gradients, start);
                break;
            case (true, true):
                Apply<On, On>(state, parameters, gradients, start);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Apply<TMomentum, TCentered>(
        OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients, int start)
        where TMomentum : struct, ISwitch
        where TCentered : struct, ISwitch =>
        Apply(
            new RmsPropRule<TMomentum, TCentered>(
                state.StepSize, (float)Rho, (float)(1 - Rho), (float)Epsilon, (float)Momentum),
            state,
            parameters,
            gradients,
            start);
}
