using System.Runtime.CompilerServices;
using Overfit.Kernels;
using static System.FormattableString;

namespace Overfit;

/// <summary>
/// Adam with Keras's formula and defaults: <c>m += (g - m)(1 - beta1); v += (g^2 - v)(1 - beta2);
/// w -= a * m / (sqrt(v) + epsilon)</c>, where <c>a = learningRate * sqrt(1 - beta2^t) / (1 - beta1^t)</c> in step t: the
/// "epsilon hat" of Kingma and Ba (2015), section 2, so that epsilon is not bias-corrected.
/// </summary>
/// <remarks>
/// Its moments: m, v, and with AMSGrad the largest v so far. The bias correction is computed in double; Keras computes it
/// from betas rounded to float, which makes its first steps in float32 6e-6 too small.
/// </remarks>
public class Adam : Optimizer
{
    /// <summary>Adam with a learning rate of 0.001.</summary>
    public Adam()
        : base(0.001)
    {
    }

    /// <summary>How much of the past m keeps, at least 0 and less than 1. Default: 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range.</exception>
    public double Beta1 { get; init => field = Setting.Decay(value); } = 0.9;

    /// <summary>How much of the past v keeps, at least 0 and less than 1. Default: 0.999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range.</exception>
    public double Beta2 { get; init => field = Setting.Decay(value); } = 0.999;

    /// <summary>Keeps the quotient finite; added to the root, greater than 0. Default: 1e-7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in range.</exception>
    public double Epsilon { get; init => field = Setting.Positive(value); } = 1e-7;

    /// <summary>Whether the largest v so far is the divisor (Reddi, Kale and Kumar, 2018). Default: false.</summary>
    public bool AmsGrad { get; init; }

    /// <inheritdoc/>
    public sealed override int MomentCount => AmsGrad ? 3 : 2;

    /// <summary>What each parameter loses of itself for each unit of the learning rate.</summary>
    private protected virtual double Decay => 0;

    /// <summary>The class and its settings.</summary>
    public override string ToString() =>
        Invariant($"{GetType().Name} {{ LearningRate = {LearningRate}, Beta1 = {Beta1}, Beta2 = {Beta2}, ") +
        Invariant($"Epsilon = {Epsilon}, AmsGrad = {AmsGrad}, WeightDecay = {Decay} }}");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected internal sealed override void Apply(
        OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients, int start)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (AmsGrad)
        {
            Apply<On>(state, parameters, gradients, start);
        }
        else
        {
            Apply<Off>(state, parameters, gradients, start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected sealed override float StepSize(OptimizerState state) =>
        (float)(state.LearningRate
            * Math.Sqrt(1 - state.SecondDecay.At(Beta2, state.Step))
            / (1 - state.FirstDecay.At(Beta1, state.Step)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Apply<TAmsGrad>(OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients, int start)
        where TAmsGrad : struct, ISwitch =>
        Apply(
            new AdamRule<TAmsGrad>(
                state.StepSize, (float)(1 - Beta1), (float)(1 - Beta2), (float)Epsilon, (float)(Decay * state.LearningRate)),
            state,
            parameters,
            gradients,
            start);
}
