using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Finds layer attributes on a class that has no [Model].</summary>
internal static class OrphanReader
{
    public static EquatableArray<DiagnosticInfo> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.ToDisplayString() == ModelReader.Attribute))
        {
            return [];
        }

        List<DiagnosticInfo> orphans = [];
        foreach (AttributeData attribute in context.Attributes)
        {
            // What the other declarations in the same file have is listed too.
            var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellation);
            if (syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() != context.TargetNode)
            {
                continue;
            }

            string kind = attribute.AttributeClass!.Name.Replace("Attribute", "");
            orphans.Add(new(Descriptors.LayerWithoutModel.Id, LocationInfo.Of(syntax), [kind, context.TargetSymbol.Name]));
        }

        return [.. orphans];
    }
}
