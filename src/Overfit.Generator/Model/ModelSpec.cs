namespace Overfit.Generator.Model;

/// <summary>A model as written: what the class is called and where it stands, its input and its layers.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="ContainingTypes">Headers of the types around it, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Header">The class's own header.</param>
/// <param name="Name">The class's name, with <c>@</c> where it needs one.</param>
/// <param name="QualifiedName">The class's name from <c>global::</c> on.</param>
/// <param name="HintName">Name of the emitted file, unique in the compilation.</param>
/// <param name="InputShape">Dimensions of one input row.</param>
/// <param name="Layers">The layers that could be read, in source order.</param>
/// <param name="Taken">Members of every model that the class has no place for, the constructor as <see cref="Constructor"/>.</param>
/// <param name="IsComplete">Whether everything could be read; if not, members are emitted that throw.</param>
internal sealed record ModelSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Header,
    string Name,
    string QualifiedName,
    string HintName,
    EquatableArray<int> InputShape,
    EquatableArray<LayerSpec> Layers,
    EquatableArray<string> Taken,
    bool IsComplete)
{
    /// <summary>The name of constructors among members.</summary>
    public const string Constructor = ".ctor";
}
