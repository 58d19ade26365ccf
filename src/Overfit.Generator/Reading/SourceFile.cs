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

    private SourceFile(SyntaxTree tree)
    {
        SyntaxNode[] declarations = [.. tree.GetRoot().DescendantNodes(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)];
        Types = [.. declarations.OfType<TypeDeclarationSyntax>()];
        Aliases =
        [
            .. declarations.OfType<UsingDirectiveSyntax>()
                .Where(static directive => directive.Alias is not null)
                .Select(static directive => directive.Alias!.Name.Identifier.ValueText),
        ];
        _outline = new(() => Outline(tree));
    }

    /// <summary>Classes, structs, records and interfaces, nested ones among them.</summary>
    public ImmutableArray<TypeDeclarationSyntax> Types { get; }

    /// <summary>Names that the file gives to types, for itself or for all files.</summary>
    public ImmutableArray<string> Aliases { get; }

    public static SourceFile Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new(tree));

    /// <summary>
    /// Whether two files declare the same: they differ in bodies, in initializers of fields that are no constants, and in
    /// trivia alone. The compiler's own comparison is laxer: it takes <c>nameof</c> and <c>@nameof</c> for the same.
    /// </summary>
    public bool DeclaresSame(SourceFile other) => _outline.Value.SequenceEqual(other._outline.Value);

    private static ImmutableArray<(int Kind, string Text)> Outline(SyntaxTree tree) =>
    [
        .. tree.GetRoot()
            .DescendantNodesAndTokensAndSelf(static node => !IsBody(node))
            .Select(static item => (item.RawKind, item.AsToken().Text)),
    ];

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax
        || (node is EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field }
            && !field.Modifiers.Any(SyntaxKind.ConstKeyword));
}
