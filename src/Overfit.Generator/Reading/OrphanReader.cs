using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Finds the first layer of a class that has no [Model]: what is missing is missing once.</summary>
internal static class OrphanReader
{
    /// <summary>Asked for each declaration with an attribute; answers where the first layer is.</summary>
    public static DiagnosticInfo? Read(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        if (ModelReader.IsModel(symbol) || symbol.GetAttributes().FirstOrDefault(IsLayer) is not { } first)
        {
            return null;
        }

        var syntax = (AttributeSyntax)first.ApplicationSyntaxReference!.GetSyntax(cancellation);
        if (syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() != declaration)
        {
            return null;
        }

        string kind = first.AttributeClass!.Name.Replace("Attribute", "");
        return new(Descriptors.LayerWithoutModel.Id, LocationInfo.Of(syntax), [kind, symbol.Name]);
    }

    private static bool IsLayer(AttributeData attribute) => LayerReader.Find(attribute) is not null;
}
