using System.Runtime.CompilerServices;
using Overfit.Kernels;

namespace Overfit;

/// <summary>
/// How parameters follow their gradients. Settings only: what is remembered between steps is in the state, so that one
/// optimizer can serve any number of runs at once.
/// </summary>
/// <remarks>
/// Settings are doubles, as in Keras, and are rounded to float where a step uses them: 1 - 0.999 is then 0.001, whereas
/// 1 - 0.999f is off by 1e-5 of itself.
/// </remarks>
public abstract class Optimizer
{
    /// <summary>
    /// Steps from one flush of subnormal numbers to the next: so many that flushing costs nothing, so few that the slow steps in
    /// between do not count.
    /// </summary>
    private const int StepsBetweenFlushes = 64;

    /// <summary>An optimizer that starts with a learning rate.</summary>
    protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>Learning rate at the start of a run, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not a finite float.</exception>
    public double LearningRate { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>How many floats are remembered for each parameter.</summary>
    public abstract int MomentCount { get; }

    /// <summary>A state for so many parameters: no steps taken, all moments 0.</summary>
    public OptimizerState CreateState(int parameterCount) => new(parameterCount, MomentCount, (float)LearningRate);

    /// <summary>
    /// One step: changes the parameters and the state. Every 64th step, those less than 2^-126, the smallest normal float, become 0.
    /// </summary>
    /// <param name="state">What <see cref="CreateState"/> made.</param>
    /// <param name="parameters">[parameters].</param>
    /// <param name="gradients">[parameters].</param>
    /// <exception cref="ArgumentException">State, parameters and gradients are not for the same number of parameters, or the
    /// state is not one of this optimizer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.ParameterCount != parameters.Length || parameters.Length != gradients.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters and {gradients.Length} gradients, but the optimizer's state is for " +
                $"{state.ParameterCount} parameters. Pass the whole blocks of the model the state was created for.");
        }

        BeginStep(state);
        Apply(state, parameters, gradients, start: 0);
        EndStep(state, parameters);
    }

    /// <summary>Counts the step and fixes its numbers; <see cref="Apply"/> then follows for every range of parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void BeginStep(OptimizerState state)
    {
        if (state.MomentCount != MomentCount)
        {
            throw new ArgumentException(
                $"The state remembers {state.MomentCount} moments for each parameter, but {GetType().Name} with these settings " +
                $"needs {MomentCount}. Create the state with the optimizer that uses it.",
                nameof(state));
        }

        state.Step++;
        state.StepSize = StepSize(state);
    }

    /// <summary>Every 64th step, makes subnormal numbers 0: the moments, and the parameters with whatever stands behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void EndStep(OptimizerState state, Span<float> parameters)
    {
        if (state.Step % StepsBetweenFlushes == 0)
        {
            Subnormals.Flush(parameters);
            Subnormals.Flush(state.Moments.Span);
        }
    }

    /// <summary>
    /// Takes the step that has begun for a range of the parameters. Each parameter must depend on nothing but its own
    /// gradient, moments and value: ranges may be applied in any order, on any threads, and give the same bits as the whole.
    /// </summary>
    /// <param name="state">The step is <see cref="OptimizerState.Step"/>, counted from 1.</param>
    /// <param name="parameters">The parameters of the range.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="start">Index of the range's first parameter, hence of its moments.</param>
    protected internal abstract void Apply(
        OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients, int start);

    /// <summary>What the step multiplies its direction with: the learning rate, bias-corrected where the moments are.</summary>
    private protected virtual float StepSize(OptimizerState state) => state.LearningRate;

    /// <summary>Applies a rule to a range of the parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected static void Apply<TRule>(
        TRule rule, OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients, int start)
        where TRule : struct, IUpdateRule
    {
        int length = parameters.Length;
        ParameterUpdate.Run(
            rule,
            parameters,
            gradients[..length],
            TRule.Moments > 0 ? state.Moment(0).Slice(start, length) : default,
            TRule.Moments > 1 ? state.Moment(1).Slice(start, length) : default,
            TRule.Moments > 2 ? state.Moment(2).Slice(start, length) : default);
    }
}
