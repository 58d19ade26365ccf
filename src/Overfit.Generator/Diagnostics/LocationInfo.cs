using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Overfit.Generator.Diagnostics;

/// <summary>A place in a source file, without the syntax tree that a <see cref="Location"/> would keep alive.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo Of(SyntaxNode node) => Of(node.SyntaxTree, node.Span);

    public static LocationInfo Of(SyntaxToken token) => Of(token.SyntaxTree!, token.Span);

    public static LocationInfo Of(Location location) => Of(location.SourceTree!, location.SourceSpan);

    public Location ToLocation() => Location.Create(Path, Span, Lines);

    private static LocationInfo Of(SyntaxTree tree, TextSpan span) =>
        new(tree.FilePath, span, tree.GetLineSpan(span).Span);
}
