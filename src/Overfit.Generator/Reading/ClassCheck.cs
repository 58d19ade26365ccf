using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Checks that the class can be a model.</summary>
internal static class ClassCheck
{
    /// <summary>Adds what is wrong; returns whether a part of the class can be emitted all the same, with members that throw.</summary>
    public static bool Check(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, List<Problem> problems)
    {
        if (declaration.AncestorsAndSelf().Any(HasNoName))
        {
            // A name is still being typed; the compiler says so.
            return false;
        }

        TypeDeclarationSyntax? closed = declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .FirstOrDefault(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (WhyNotPlainClass(symbol) is var (reason, remedy))
        {
            problems.Add(new(Descriptors.NotPlainClass.Id, Problem.OfClass, null, [symbol.Name, reason, remedy]));
        }
        else if (closed == declaration)
        {
            problems.Add(new(Descriptors.NotPartial.Id, Problem.OfClass, null, [symbol.Name]));
        }
        else if (closed is not null)
        {
            problems.Add(new(
                Descriptors.ContainingTypeNotPartial.Id, Problem.OfClass, null, [symbol.Name, closed.Identifier.ValueText]));
        }

        return closed is null
            && symbol is { TypeKind: TypeKind.Class, IsStatic: false, IsFileLocal: false }
            && !TypesAround(symbol).Any(static outer => outer.IsFileLocal);
    }

    private static (string Reason, string Remedy)? WhyNotPlainClass(INamedTypeSymbol symbol)
    {
        if (symbol.IsRecord || symbol.TypeKind != TypeKind.Class)
        {
            string kind = (symbol.IsRecord, symbol.TypeKind == TypeKind.Struct) switch
            {
                (true, true) => "is a record struct",
                (true, false) => "is a record",
                _ => "is a struct",
            };
            return (kind, $"write 'partial class {symbol.Name}'");
        }

        if (symbol.IsStatic)
        {
            return ("is static, but models are instances", "remove 'static'");
        }

        if (symbol.IsAbstract)
        {
            return ("is abstract, but models are instances", "remove 'abstract'");
        }

        if (symbol.Arity > 0)
        {
            return ("is generic, but its layers are fixed", "remove the type parameters");
        }

        if (symbol.IsFileLocal)
        {
            return ("is local to its file, where generated code cannot reach it", "remove 'file'");
        }

        foreach (INamedTypeSymbol outer in TypesAround(symbol))
        {
            if (outer.Arity > 0)
            {
                return ($"is inside the generic type '{outer.Name}', but its layers are fixed", $"move it out of '{outer.Name}'");
            }

            if (outer.IsFileLocal)
            {
                return (
                    $"is inside '{outer.Name}', which is local to its file, where generated code cannot reach it",
                    $"remove 'file' from '{outer.Name}'");
            }
        }

        return MemberCheck.IsEmitted(symbol.Name)
            ? ("has the name of a member that every model has", "give the class another name")
            : ConstructorCheck.WhyNot(symbol);
    }

    private static bool HasNoName(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type => type.Identifier.IsMissing,
        BaseNamespaceDeclarationSyntax scope => scope.Name.DescendantTokens().Any(static token => token.IsMissing),
        _ => false,
    };

    /// <summary>Innermost first.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesAround(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? outer = symbol.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }
}
