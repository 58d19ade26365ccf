namespace Overfit;

/// <summary>
/// Declares a partial class as a model. The layer attributes on the same declaration, in source order, are its layers.
/// </summary>
/// <param name="inputShape">
/// Shape of one input row: a feature count, <c>[Model(1)]</c>, or more dimensions for layers that take them. Each at least 1.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ModelAttribute(params int[] inputShape) : Attribute
{
    /// <summary>Shape of one input row, without the batch.</summary>
    public int[] InputShape { get; } = inputShape;
}
