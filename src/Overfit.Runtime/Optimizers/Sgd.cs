using System.Runtime.CompilerServices;
using Overfit.Kernels;
using static System.FormattableString;

namespace Overfit;

/// <summary>
/// Gradient descent, plain or with momentum, with Keras's formulas and defaults: <c>w -= learningRate * g</c>; with momentum
/// <c>m = momentum * m - learningRate * g; w += m</c>, and with Nesterov's <c>w += momentum * m - learningRate * g</c>.
/// </summary>
/// <remarks>Its moment, if there is a momentum: m.</remarks>
public sealed class Sgd : Optimizer
{
    /// <summary>Gradient descent with a learning rate of 0.01 and no momentum.</summary>
    public Sgd()
        : base(0.01)
    {
    }

    /// <summary>How much of the last movement continues, from 0 to 1. Default: 0, none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range.</exception>
    public double Momentum { get; init => field = Setting.Fraction(value); }

    /// <summary>Whether momentum looks one step ahead (Nesterov). Means nothing without momentum. Default: false.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    public override int MomentCount => Momentum > 0 ? 1 : 0;

    /// <summary>The class and its settings.</summary>
    public override string ToString() =>
        Invariant($"{nameof(Sgd)} {{ LearningRate = {LearningRate}, Momentum = {Momentum}, Nesterov = {Nesterov} }}");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal override void Apply(
        OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients, int start)
    {
        float step = state.StepSize;
        float momentum = (float)Momentum;
        switch (Momentum > 0, Nesterov)
        {
            case (false, _):
                Apply(new GradientRule(step), state, parameters, gradients, start);
                break;
            case (true, false):
                Apply(new MomentumRule<Off>(step, momentum), state, parameters, gradients, start);
                break;
            case (true, true):
                Apply(new MomentumRule<On>(step, momentum), state, parameters, gradients, start);
                break;
        }
    }
}
