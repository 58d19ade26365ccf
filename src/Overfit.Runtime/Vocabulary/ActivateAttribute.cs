namespace Overfit;

/// <summary>An activation as a layer of its own, for example behind batch normalization.</summary>
/// <param name="activation">Applied to each value.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ActivateAttribute(Activation activation) : LayerAttribute
{
    /// <summary>Applied to each value.</summary>
    public Activation Activation { get; } = activation;
}
