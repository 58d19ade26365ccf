using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Reading;

/// <summary>The library's attributes.</summary>
internal static class Vocabulary
{
    /// <summary>What C# adds to the name of an attribute.</summary>
    public const string Suffix = "Attribute";

    /// <summary>[Model].</summary>
    public const string Model = "Model" + Suffix;

    /// <summary>The attribute's class if it is the library's, without its namespace; null for all others.</summary>
    public static string? NameOf(AttributeData attribute) =>
        attribute.AttributeClass is
        {
            TypeKind: TypeKind.Class,
            ContainingType: null,
            ContainingNamespace: { Name: "Overfit", ContainingNamespace.IsGlobalNamespace: true },
        } type ? type.MetadataName : null;

    public static bool Contains(string name) => name == Model || LayerReader.Find(name) is not null;
}
