namespace Overfit;

/// <summary>
/// Inverted dropout (Srivastava et al., 2014): in training each value is zero with probability <c>rate</c> and else
/// multiplied by 1 / (1 - rate); in inference nothing changes.
/// </summary>
/// <param name="rate">Default probability of dropping a value, in [0, 1).</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(float rate) : LayerAttribute
{
    /// <summary>Default probability of dropping a value.</summary>
    public float Rate { get; } = rate;
}
