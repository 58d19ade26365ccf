using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overfit.Generator.Reading;

/// <summary>What a file declares, as far as its syntax tells. A tree never changes, so each is looked at once.</summary>
internal sealed class SourceFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, SourceFile> Known = new();

    private readonly Lazy<ImmutableArray<(int Kind, string Text)>> _outline;
    private readonly Lazy<ImmutableArray<string>> _names;

    private SourceFile(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        SyntaxNode[] declarations = [.. root.DescendantNodes(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)];
        UsingDirectiveSyntax[] directives = [.. declarations.OfType<UsingDirectiveSyntax>()];
        HasGlobalUsings = directives.Any(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));
        Aliases = [.. directives.Select(static directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>()];
        Namespaces = [.. declarations.OfType<BaseNamespaceDeclarationSyntax>().Select(QualifiedName)];
        Types = [.. declarations.OfType<TypeDeclarationSyntax>()];
        TypeNames = [.. declarations.Select(TypeName).OfType<string>()];
        _outline = new(() => [.. root.DescendantNodesAndTokensAndSelf(IsOutside).Select(static item => (item.RawKind, item.AsToken().Text))]);
        _names = new(() =>
        [
            .. root.DescendantTokens(IsOutside)
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText),
        ]);
    }

    /// <summary>Whether it changes what names mean in other files.</summary>
    public bool HasGlobalUsings { get; }

    /// <summary>Names that the file gives to types, for itself or for all files.</summary>
    public ImmutableArray<string> Aliases { get; }

    public ImmutableArray<string> Namespaces { get; }

    /// <summary>Classes, structs, records and interfaces, nested ones among them.</summary>
    public ImmutableArray<TypeDeclarationSyntax> Types { get; }

    /// <summary>Names of types of all kinds.</summary>
    public ImmutableArray<string> TypeNames { get; }

    /// <summary>Every name that stands in front of, between and behind bodies.</summary>
    public ImmutableArray<string> Names => _names.Value;

    public static SourceFile Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new(tree));

    /// <summary>
    /// Whether two files declare the same: they differ in bodies, in initializers of fields that are no constants, and in
    /// trivia alone. The compiler's own comparison is laxer: it takes <c>nameof</c> and <c>@nameof</c> for the same.
    /// </summary>
    public bool DeclaresSame(SourceFile other) => _outline.Value.SequenceEqual(other._outline.Value);

    private static string? TypeName(SyntaxNode declaration) => declaration switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        GlobalStatementSyntax => "Program",
        _ => null,
    };

    private static string QualifiedName(BaseNamespaceDeclarationSyntax declaration) =>
        (declaration.Parent is BaseNamespaceDeclarationSyntax outer ? QualifiedName(outer) + "." : "") + declaration.Name;

    private static bool IsOutside(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => false,
        EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field } => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => true,
    };
}
