using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>
/// Compiles a marked source, runs the generator and compares everything that is wrong, by the generator's and the
/// compiler's word, with the marks and the messages.
/// </summary>
internal static class DiagnosticRun
{
    private const string Usings = "global using System; global using Overfit; global using System.Collections.Generic;";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(ModelAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Fails unless the marks are all that is wrong, and the messages of our diagnostics are these, in order.</summary>
    public static void Check(string markedSource, params string[] messages)
    {
        MarkedSource source = MarkedSource.Parse(markedSource);
        Diagnostic[] found = Run(source.Text);

        Compare(source.Marks, found.Select(diagnostic => MarkOf(diagnostic, source.Text)));
        Compare(
            messages,
            found.Where(static diagnostic => diagnostic.Id.StartsWith("OVF", StringComparison.Ordinal))
                .Select(static diagnostic => diagnostic.GetMessage(null)));
    }

    /// <summary>Fails with both lists in full: what is wrong elsewhere explains itself.</summary>
    private static void Compare<T>(IEnumerable<T> expected, IEnumerable<T> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail($"Expected:\n{string.Join('\n', expected)}\nActual:\n{string.Join('\n', actual)}");
        }
    }

    /// <summary>All errors, the generator's and the compiler's, in source order; those in generated code last.</summary>
    private static Diagnostic[] Run(string text)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Model",
            [CSharpSyntaxTree.ParseText(text, ParseOptions, "Model.cs"), CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs")],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ModelGenerator().AsSourceGenerator()], parseOptions: ParseOptions);
        driver = driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out _);

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return
        [
            .. result.Diagnostics
                .Concat(output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path == "Model.cs" ? 0 : 1)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    private static Mark MarkOf(Diagnostic diagnostic, string text)
    {
        int start = diagnostic.Location.SourceSpan.Start;
        return diagnostic.Location.GetLineSpan().Path == "Model.cs"
            ? new(diagnostic.Id, start, text.Substring(start, diagnostic.Location.SourceSpan.Length))
            : new(diagnostic.Id, start, $"{diagnostic.GetMessage(null)}' in '{diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}");
    }
}
