using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Reads a class with [Model] and the layers on it. Symbols and syntax end here.</summary>
internal static class ModelReader
{
    /// <summary>Reads one model; null for a declaration without its [Model], or with a second one, which the compiler refuses.</summary>
    public static ModelReading? Read(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        if (symbol.GetAttributes().FirstOrDefault(IsModel) is not { } model)
        {
            return null;
        }

        AttributeSyntax modelSyntax = Syntax(model, cancellation);
        if (modelSyntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() != declaration)
        {
            return null;
        }

        List<Problem> problems = [];

        AttributeArguments modelArguments = new(model, Problem.OfModel, problems);
        EquatableArray<int> inputShape = modelArguments.PositiveIntegers(0, "inputShape");
        bool isComplete = modelArguments.IsComplete;

        List<LayerSpec> layers = [];
        List<LayerLocations> locations = [];
        List<DiagnosticInfo> strays = [];
        foreach ((AttributeSyntax syntax, AttributeData attribute, LayerReader reader) in LayersOf(symbol, declaration, cancellation))
        {
            if (syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() != declaration)
            {
                strays.Add(new(Descriptors.LayersOnSeveralDeclarations.Id, LocationInfo.Of(syntax), [symbol.Name]));
                continue;
            }

            AttributeArguments arguments = new(attribute, layers.Count, problems);
            layers.Add(reader.Read(arguments));
            locations.Add(AttributeLocator.Locate(syntax, attribute));
            isComplete &= arguments.IsComplete;
        }

        if (layers.Count == 0 && strays.Count == 0)
        {
            problems.Add(new(Descriptors.NoLayers.Id, Problem.OfModel, null, [symbol.Name]));
        }

        LayerNameCheck.Check(symbol, layers, problems);
        LocationInfo className = LocationInfo.Of(declaration.Identifier);
        ModelSpec? spec = null;
        if (ClassCheck.Check(symbol, declaration, problems))
        {
            EquatableArray<string> taken = MemberCheck.Check(symbol, className, strays);
            strays.AddRange(ConstructorCheck.WithoutLayers(symbol));
            spec = new(
                symbol.ContainingNamespace.IsGlobalNamespace ? "" : symbol.ContainingNamespace.ToDisplayString(Omitted),
                [.. ContainingTypes(symbol)],
                Header(symbol),
                Escaped(symbol.Name),
                symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
                    SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers)),
                HintName.Of(symbol),
                inputShape,
                [.. layers],
                taken,
                isComplete && problems.Count == 0 && strays.Count == 0);
        }

        return new(
            spec,
            [.. problems],
            className,
            AttributeLocator.Locate(modelSyntax, model),
            [.. locations],
            [.. strays]);
    }

    /// <summary>Whether a class has [Model].</summary>
    public static bool IsModel(INamedTypeSymbol symbol) => symbol.GetAttributes().Any(IsModel);

    private static readonly SymbolDisplayFormat Omitted = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static bool IsModel(AttributeData attribute) => Vocabulary.NameOf(attribute) == Vocabulary.Model;

    private static AttributeSyntax Syntax(AttributeData attribute, CancellationToken cancellation) =>
        (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellation);

    /// <summary>The layer attributes of the class, those of the declaration with [Model] in source order.</summary>
    private static IEnumerable<(AttributeSyntax Syntax, AttributeData Attribute, LayerReader Reader)> LayersOf(
        INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        from attribute in symbol.GetAttributes()
        let reader = LayerReader.Find(attribute)
        where reader is not null && attribute.ApplicationSyntaxReference is not null
        let syntax = Syntax(attribute, cancellation)
        orderby syntax.SyntaxTree == declaration.SyntaxTree ? 0 : 1, syntax.SpanStart
        select (syntax, attribute, reader);

    private static List<string> ContainingTypes(INamedTypeSymbol symbol)
    {
        List<string> headers = [];
        for (INamedTypeSymbol? type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            headers.Insert(0, Header(type));
        }

        return headers;
    }

    private static string Header(INamedTypeSymbol type)
    {
        string keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        string parameters = string.Join(", ", type.TypeParameters.Select(static parameter => Escaped(parameter.Name)));
        return $"partial {keyword} {Escaped(type.Name)}{(type.Arity > 0 ? $"<{parameters}>" : "")}";
    }

    /// <summary>A name as it can be declared: words of the language, which start with a small letter, need @, later ones, too.</summary>
    private static string Escaped(string name) => char.IsLower(name[0]) ? "@" + name : name;
}
