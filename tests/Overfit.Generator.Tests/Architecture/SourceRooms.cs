using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overfit.Generator.Tests.Architecture;

/// <summary>A type that a file uses: by name, or by one of its members.</summary>
/// <param name="File">Path from the project's folder on.</param>
/// <param name="Room">The file's folder; empty for a file that stands in none.</param>
/// <param name="Type">The outermost type that is used.</param>
/// <param name="TypeRoom">The type's folder; null for a type of another project.</param>
internal sealed record TypeUse(string File, string Room, INamedTypeSymbol Type, string? TypeRoom);

/// <summary>Which rooms of a project use which types, read off its sources by the compiler itself.</summary>
internal static class SourceRooms
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Every use in a project, which must compile: a name that is not understood would be a use that is not seen.</summary>
    public static List<TypeUse> UsesOf(string project)
    {
        string folder = Repository.At(project);
        CSharpParseOptions parsing = new(LanguageVersion.Preview);
        SyntaxTree[] trees =
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(static file => file.Split('/')[0] is not ("bin" or "obj"))
                .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, file)), parsing, file)),
        ];
        CSharpCompilation compilation = CSharpCompilation.Create(
            Path.GetFileName(project),
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, parsing)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. trees.SelectMany(tree => UsesOf(compilation.GetSemanticModel(tree)))];
    }

    private static IEnumerable<TypeUse> UsesOf(SemanticModel model) => model.SyntaxTree.GetRoot().DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Select(name => model.GetSymbolInfo(name).Symbol)
        .Select(static symbol => Outermost(symbol as INamedTypeSymbol ?? symbol?.ContainingType))
        .OfType<INamedTypeSymbol>()
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        .Select(type => new TypeUse(
            model.SyntaxTree.FilePath,
            Room(model.SyntaxTree.FilePath),
            type,
            type.DeclaringSyntaxReferences is [{ } declaration, ..] ? Room(declaration.SyntaxTree.FilePath) : null));

    private static INamedTypeSymbol? Outermost(INamedTypeSymbol? type)
    {
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }

    private static string Room(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : "";
}
