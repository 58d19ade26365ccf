namespace Overfit;

/// <summary>One layer of a model. Layers apply in source order.</summary>
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// Name of the layer and of the member that gives access to it: a C# identifier, unique in the model.
    /// Default: the kind of layer and its number among its kind, such as <c>Dense1</c>.
    /// </summary>
    public string? Name { get; set; }
}
