using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overfit.Generator.Reading;

/// <summary>
/// The files on which the meaning of the candidates may depend. A declaration finds others by their names alone: what is
/// not in a file with a candidate is found from there through a type, whose name is written there, or in the file of such a
/// type, and so on; or through a global using directive.
/// </summary>
internal sealed class Reach
{
    private readonly Func<TypeDeclarationSyntax, bool> _isCandidate;

    /// <summary>Without regard to case, like the names of emitted files.</summary>
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public Reach(IEnumerable<SourceFile> files, Func<TypeDeclarationSyntax, bool> isCandidate)
    {
        _isCandidate = isCandidate;
        HashSet<SourceFile> rest = [.. files];
        while (rest.Where(Includes).ToArray() is { Length: > 0 } reached)
        {
            rest.ExceptWith(reached);
            _names.UnionWith(reached.SelectMany(static file => file.Names));
        }
    }

    public bool Includes(SourceFile file) =>
        file.HasGlobalUsings || file.Types.Any(_isCandidate) || file.TypeNames.Any(name => _names.Contains(name) || IsAttribute(name));

    /// <summary>Whether a name is written as that of an attribute, which may do without its suffix.</summary>
    private bool IsAttribute(string name) =>
        name.EndsWith(Vocabulary.Suffix, StringComparison.OrdinalIgnoreCase)
        && _names.Contains(name.Substring(0, name.Length - Vocabulary.Suffix.Length));
}
