using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overfit.Generator.Reading;

/// <summary>
/// A compilation, equal to another of which the same would be read: with the same options and references, and with files
/// that declare the same, since no body can change what a declaration or a constant means. A file with a part of a
/// candidate must be the same tree, since every place that is reported stands in one.
/// </summary>
internal sealed class Project(CSharpCompilation compilation) : IEquatable<Project>
{
    private readonly Lazy<ILookup<string, TypeDeclarationSyntax>> _candidates = new(() => FindCandidates(compilation));

    public CSharpCompilation Compilation => compilation;

    /// <summary>Declarations with an attribute that may be the library's, which only binding can tell.</summary>
    public IEnumerable<TypeDeclarationSyntax> Candidates => _candidates.Value.SelectMany(static alike => alike);

    public bool Equals(Project? other) => other is not null
        && compilation.AssemblyName == other.Compilation.AssemblyName
        && compilation.Options.Equals(other.Compilation.Options)
        && compilation.ExternalReferences.SequenceEqual(other.Compilation.ExternalReferences)
        && compilation.SyntaxTrees.Length == other.Compilation.SyntaxTrees.Length
        && compilation.SyntaxTrees.Zip(other.Compilation.SyntaxTrees, IsAlike).All(static isAlike => isAlike);

    public override bool Equals(object? obj) => Equals(obj as Project);

    public override int GetHashCode() => compilation.SyntaxTrees.Length;

    private bool IsAlike(SyntaxTree mine, SyntaxTree theirs)
    {
        if (mine == theirs)
        {
            return true;
        }

        var file = SourceFile.Of(mine);
        return mine.FilePath == theirs.FilePath
            && mine.Options.Equals(theirs.Options)
            && !file.Types.Any(type => _candidates.Value.Contains(type.Identifier.ValueText))
            && file.DeclaresSame(SourceFile.Of(theirs));
    }

    private static ILookup<string, TypeDeclarationSyntax> FindCandidates(CSharpCompilation compilation)
    {
        SourceFile[] files = [.. compilation.SyntaxTrees.Select(SourceFile.Of)];
        HashSet<string> aliases = [.. files.SelectMany(static file => file.Aliases)];
        return files
            .SelectMany(static file => file.Types)
            .Where(type => type is not InterfaceDeclarationSyntax && type.AttributeLists
                .SelectMany(static list => list.Attributes)
                .Select(static attribute => LastName(attribute.Name))
                .Any(name => Vocabulary.IsWritten(name) || aliases.Contains(name)))
            .ToLookup(static type => type.Identifier.ValueText);
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
