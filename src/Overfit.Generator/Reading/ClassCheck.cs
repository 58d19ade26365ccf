using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Checks that members can be added to the class.</summary>
internal static class ClassCheck
{
    /// <summary>Adds what is wrong; returns whether a part of the class can be emitted.</summary>
    public static bool Check(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, List<Problem> problems)
    {
        if (declaration.AncestorsAndSelf().Any(HasNoName))
        {
            // A name is still being typed; the compiler says so.
            return false;
        }

        if (WhyNotPlainClass(symbol) is var (reason, remedy))
        {
            problems.Add(new(Descriptors.NotPlainClass.Id, Problem.OfClass, null, [symbol.Name, reason, remedy]));
            return false;
        }

        if (!IsPartial(declaration))
        {
            problems.Add(new(Descriptors.NotPartial.Id, Problem.OfClass, null, [symbol.Name]));
            return false;
        }

        for (TypeDeclarationSyntax? outer = Outer(declaration); outer is not null; outer = Outer(outer))
        {
            if (!IsPartial(outer))
            {
                problems.Add(new(
                    Descriptors.ContainingTypeNotPartial.Id, Problem.OfClass, null, [symbol.Name, outer.Identifier.ValueText]));
                return false;
            }
        }

        return true;
    }

    private static (string Reason, string Remedy)? WhyNotPlainClass(INamedTypeSymbol symbol)
    {
        if (symbol.IsRecord || symbol.TypeKind != TypeKind.Class)
        {
            string kind = (symbol.IsRecord, symbol.TypeKind == TypeKind.Struct) switch
            {
                (true, true) => "a record struct",
                (true, false) => "a record",
                _ => "a struct",
            };
            return (kind, $"write 'partial class {symbol.Name}'");
        }

        if (symbol.IsStatic)
        {
            return ("static, but models are instances", "remove 'static'");
        }

        if (symbol.IsAbstract)
        {
            return ("abstract, but models are instances", "remove 'abstract'");
        }

        if (symbol.Arity > 0)
        {
            return ("generic, but its layers are fixed", "remove the type parameters");
        }

        if (symbol.IsFileLocal)
        {
            return ("local to its file, where generated code cannot reach it", "remove 'file'");
        }

        for (INamedTypeSymbol? outer = symbol.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity > 0)
            {
                return ($"inside the generic type '{outer.Name}', but its layers are fixed", $"move it out of '{outer.Name}'");
            }

            if (outer.IsFileLocal)
            {
                return (
                    $"inside '{outer.Name}', which is local to its file, where generated code cannot reach it",
                    $"remove 'file' from '{outer.Name}'");
            }
        }

        return null;
    }

    private static bool HasNoName(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type => type.Identifier.IsMissing,
        BaseNamespaceDeclarationSyntax scope => scope.Name.DescendantTokens().Any(static token => token.IsMissing),
        _ => false,
    };

    private static bool IsPartial(TypeDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static TypeDeclarationSyntax? Outer(TypeDeclarationSyntax declaration) =>
        declaration.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
