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

        string? kind = KindOtherThanPlainClass(symbol);
        if (kind is not null)
        {
            problems.Add(new(Descriptors.NotPlainClass.Id, Problem.OfClass, null, [symbol.Name, kind]));
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

    private static string? KindOtherThanPlainClass(INamedTypeSymbol symbol)
    {
        if (symbol.IsRecord)
        {
            return "a record";
        }

        if (symbol.TypeKind != TypeKind.Class)
        {
            return "a struct";
        }

        if (symbol.IsStatic)
        {
            return "static";
        }

        if (symbol.IsAbstract)
        {
            return "abstract";
        }

        if (symbol.IsFileLocal)
        {
            return "local to its file";
        }

        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
            {
                return SymbolEqualityComparer.Default.Equals(type, symbol) ? "generic" : "inside a generic type";
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
