using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overfit.Generator.Reading;

/// <summary>
/// A compilation, equal to another of which the same would be read: with the same options and references, and with files
/// that are alike. They are if they declare the same, since no body can change what a declaration or a constant means, or if
/// no candidate can reach what they declare. A file with a part of a candidate must be the same tree, since every place that is
/// reported stands in one.
/// </summary>
internal sealed class Project : IEquatable<Project>
{
    private readonly Lazy<ImmutableHashSet<string>> _aliases;
    private readonly Lazy<ILookup<string, TypeDeclarationSyntax>> _candidates;
    private readonly Lazy<Reach> _reach;

    public Project(CSharpCompilation compilation)
    {
        Compilation = compilation;
        IEnumerable<SourceFile> files = compilation.SyntaxTrees.Select(SourceFile.Of);
        _aliases = new(() => [.. files.SelectMany(static file => file.Aliases)]);
        _candidates = new(() => files
            .SelectMany(static file => file.Types)
            .Where(IsCandidate)
            .ToLookup(static type => type.Identifier.ValueText));
        _reach = new(() => new(files, IsCandidate));
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>Declarations with an attribute that may be the library's, which only binding can tell.</summary>
    public IEnumerable<TypeDeclarationSyntax> Candidates => _candidates.Value.SelectMany(static alike => alike);

    public bool Equals(Project? other) => other is not null
        && Compilation.AssemblyName == other.Compilation.AssemblyName
        && Compilation.Options.Equals(other.Compilation.Options)
        && Compilation.ExternalReferences.SequenceEqual(other.Compilation.ExternalReferences)
        && Compilation.SyntaxTrees.Length == other.Compilation.SyntaxTrees.Length
        && Compilation.SyntaxTrees.Zip(other.Compilation.SyntaxTrees, AreAlike).All(static areAlike => areAlike);

    public override bool Equals(object? obj) => Equals(obj as Project);

    public override int GetHashCode() => Compilation.SyntaxTrees.Length;

    private bool AreAlike(SyntaxTree mine, SyntaxTree theirs) => mine == theirs
        || (mine.FilePath == theirs.FilePath
            && mine.Options.Equals(theirs.Options)
            && AreAlike(SourceFile.Of(mine), SourceFile.Of(theirs)));

    private bool AreAlike(SourceFile mine, SourceFile theirs) =>
        mine.DeclaresSame(theirs)
            ? !mine.TypeNames.Any(_candidates.Value.Contains)
            : !_reach.Value.Includes(mine)
                && !_reach.Value.Includes(theirs)
                && mine.Namespaces.SequenceEqual(theirs.Namespaces)
                && mine.Aliases.SequenceEqual(theirs.Aliases);

    private bool IsCandidate(TypeDeclarationSyntax type) => type is not InterfaceDeclarationSyntax && type.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Select(static attribute => LastName(attribute.Name))
        .Any(name => MayBeLibrarys(name) || MayBeLibrarys(name + Vocabulary.Suffix));

    private bool MayBeLibrarys(string name) => Vocabulary.Contains(name) || _aliases.Value.Contains(name);

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
