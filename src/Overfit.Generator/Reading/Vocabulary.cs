using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Reading;

/// <summary>The library's attributes.</summary>
internal static class Vocabulary
{
    private const string Suffix = "Attribute";

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

    /// <summary>Whether one of the attributes is written so, with or without the suffix that C# adds.</summary>
    public static bool IsWritten(string name) => IsName(name) || IsName(name + Suffix);

    private static bool IsName(string name) => name == Model || LayerReader.Find(name) is not null;
}
