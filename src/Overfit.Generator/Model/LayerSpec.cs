namespace Overfit.Generator.Model;

/// <summary>One layer as written.</summary>
/// <param name="Name">The name it was given; null for the default one, empty where no member can have that name.</param>
internal abstract record LayerSpec(string? Name)
{
    /// <summary>The attribute's name without its suffix, such as <c>Dense</c>.</summary>
    public abstract string Kind { get; }
}
