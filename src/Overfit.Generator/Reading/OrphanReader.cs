using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Finds the first layer of a class that has no [Model]: what is missing is missing once.</summary>
internal static class OrphanReader
{
    /// <summary>Asked for each kind of layer and for each declaration that has it; answers where the first layer is.</summary>
    public static DiagnosticInfo? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (ModelReader.IsModel((INamedTypeSymbol)context.TargetSymbol))
        {
            return null;
        }

        AttributeData first = context.TargetSymbol.GetAttributes().First(
            static attribute => attribute.AttributeClass is { } type && LayerReader.Find(type.ToDisplayString()) is not null);
        var syntax = (AttributeSyntax)first.ApplicationSyntaxReference!.GetSyntax(cancellation);
        if (!context.Attributes.Contains(first) || syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() != context.TargetNode)
        {
            return null;
        }

        string kind = first.AttributeClass!.Name.Replace("Attribute", "");
        return new(Descriptors.LayerWithoutModel.Id, LocationInfo.Of(syntax), [kind, context.TargetSymbol.Name]);
    }
}
