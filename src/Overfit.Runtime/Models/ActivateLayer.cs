namespace Overfit;

/// <summary>An <see cref="ActivateAttribute"/> layer of one model instance; it has nothing to set.</summary>
/// <param name="name">The layer's name.</param>
public sealed class ActivateLayer(string name) : Layer(name);
