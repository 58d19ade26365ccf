namespace Overfit;

/// <summary>How parameters follow their gradients. Settings only: what is remembered between steps is in the state.</summary>
public abstract class Optimizer
{
    /// <summary>A state for so many parameters, its moments at their start.</summary>
    public abstract OptimizerState CreateState(int parameterCount);

    /// <summary>One step: changes the parameters and the state.</summary>
    /// <param name="state">What <see cref="CreateState"/> made.</param>
    /// <param name="parameters">[parameters].</param>
    /// <param name="gradients">[parameters].</param>
    public abstract void Update(OptimizerState state, Span<float> parameters, ReadOnlySpan<float> gradients);
}
