using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Overfit.Generator.Tests;

/// <summary>Sources, compiled with the generator against the runtime.</summary>
internal sealed record GeneratorRun(GeneratorDriver Driver, CSharpCompilation Input, Compilation Output)
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using Overfit;";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    /// <summary>The libraries of the running process, the runtime among them; the generator itself declares nothing.</summary>
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Overfit.Generator", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>Everything the generator and the compiler report, hidden things aside.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Driver.GetRunResult().Diagnostics
        .Concat(Output.GetDiagnostics())
        .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);

    public static GeneratorRun Of(params string[] sources)
    {
        CSharpCompilation input = CSharpCompilation.Create(
            "Consumer",
            [Parse(Usings, "Usings.cs"), .. sources.Select((source, i) => Parse(source, $"Source{i}.cs"))],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        return Run(NewDriver(), input);
    }

    /// <summary>A driver that knows of nothing on the same compilation.</summary>
    public GeneratorRun Afresh() => Run(NewDriver(), Input);

    /// <summary>Everything the generator says: what it emitted, and what it reports where.</summary>
    public string[] Said =>
    [
        .. Result.GeneratedSources.Select(static source => $"{source.HintName}:\n{source.SourceText}"),
        .. Result.Diagnostics.Select(static diagnostic => $"{diagnostic.Location.SourceSpan} {diagnostic}"),
    ];

    /// <summary>The same driver on an edited compilation.</summary>
    public GeneratorRun Rerun(Func<CSharpCompilation, CSharpCompilation> edit) => Run(Driver, edit(Input));

    /// <summary>The same driver with one source replaced.</summary>
    public GeneratorRun Edit(int source, string text) => Rerun(compilation => compilation.ReplaceSyntaxTree(
        compilation.SyntaxTrees[source + 1], Parse(text, $"Source{source}.cs")));

    public static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    private static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorRun Run(GeneratorDriver driver, CSharpCompilation input)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        return new(driver, input, output);
    }
}
