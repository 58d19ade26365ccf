using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Reading;

/// <summary>
/// Names the emitted file after the class. Such names are compared without regard to case and take no <c>@</c>, so a
/// class, or a type or namespace around it, that differs from a neighbor in case alone is numbered.
/// </summary>
internal static class HintName
{
    public static string Of(INamedTypeSymbol symbol)
    {
        Stack<string> parts = [];
        for (INamespaceOrTypeSymbol part = symbol; part is not INamespaceSymbol { IsGlobalNamespace: true }; part = Container(part))
        {
            parts.Push(Numbered(part));
        }

        return string.Join(".", parts) + ".g.cs";
    }

    private static string Numbered(INamespaceOrTypeSymbol symbol)
    {
        List<ISymbol> alike = [.. Container(symbol).GetMembers()
            .Where(other => other.Name.Length == symbol.Name.Length
                && other is INamespaceOrTypeSymbol
                && string.Equals(other.Name, symbol.Name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static other => other.MetadataName, StringComparer.Ordinal)];
        int number = alike.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, symbol));
        return number > 0 ? $"{symbol.Name}-{number + 1}" : symbol.Name;
    }

    private static INamespaceOrTypeSymbol Container(INamespaceOrTypeSymbol symbol) =>
        symbol.ContainingType ?? (INamespaceOrTypeSymbol)symbol.ContainingNamespace;
}
