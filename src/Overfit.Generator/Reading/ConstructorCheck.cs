using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Checks that a constructor that takes nothing but a seed can be emitted, is enough to make a model, and is called.</summary>
internal static class ConstructorCheck
{
    /// <summary>What is in the way and what to do; null if nothing is.</summary>
    public static (string Reason, string Remedy)? WhyNot(INamedTypeSymbol symbol) =>
        HasPrimary(symbol) ? ("has a primary constructor", "declare an ordinary one that calls this(seed)")
        : Bases(symbol).FirstOrDefault(ModelReader.IsModel) is { } model
            ? ($"is derived from the model '{model.Name}', but has layers of its own", "derive it from another class or none")
        : !CanCallBase(symbol)
            ? ($"is derived from '{symbol.BaseType!.Name}', which has no constructor without parameters", $"add one to '{symbol.BaseType.Name}'")
        : Required(symbol) is { } member ? ($"has a required member '{member.Name}', which no emitted code sets", "remove 'required'")
        : null;

    /// <summary>Whether the class leaves a constructor to the generator: every other one would have to call a primary one.</summary>
    public static bool CanBeEmitted(INamedTypeSymbol symbol) => !HasPrimary(symbol) && CanCallBase(symbol);

    /// <summary>The constructor that takes a seed, if the class declares one beside its parameter list.</summary>
    public static IMethodSymbol? OfSeed(INamedTypeSymbol symbol) => symbol.InstanceConstructors.FirstOrDefault(static constructor =>
        !IsPrimary(constructor) && constructor.Parameters is [{ Type.SpecialType: SpecialType.System_Int32, RefKind: RefKind.None }]);

    /// <summary>The constructors that call none of the class's own, so that nothing makes the layers.</summary>
    public static IEnumerable<DiagnosticInfo> WithoutLayers(INamedTypeSymbol symbol) =>
        from constructor in symbol.InstanceConstructors
        where WhyNot(symbol) is null && !constructor.IsImplicitlyDeclared && !SymbolEqualityComparer.Default.Equals(constructor, OfSeed(symbol))
        let written = (ConstructorDeclarationSyntax)(constructor.PartialImplementationPart ?? constructor).DeclaringSyntaxReferences[0].GetSyntax()
        where !written.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer)
        let types = constructor.Parameters.Select(static parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))
        select new DiagnosticInfo(
            Descriptors.ConstructorWithoutLayers.Id,
            LocationInfo.Of(written.Identifier),
            [$"{symbol.Name}({string.Join(", ", types)})"]);

    private static bool HasPrimary(INamedTypeSymbol symbol) => symbol.InstanceConstructors.Any(IsPrimary);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>Also where the base has no constructors at all: then it is unknown or static, and the compiler says so.</summary>
    private static bool CanCallBase(INamedTypeSymbol symbol)
    {
        ImmutableArray<IMethodSymbol> constructors = symbol.BaseType!.InstanceConstructors;
        return constructors.IsEmpty || ModelReader.IsModel(symbol.BaseType) || constructors.Any(static constructor =>
            constructor.DeclaredAccessibility != Accessibility.Private
            && constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams));
    }

    private static ISymbol? Required(INamedTypeSymbol symbol) => Bases(symbol).Prepend(symbol)
        .SelectMany(static type => type.GetMembers())
        .FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol.BaseType; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
