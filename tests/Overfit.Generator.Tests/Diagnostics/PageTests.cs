using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>A page's example is compiled: it shows the page's diagnostic alone, where the page says, in the words it quotes.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_shows_what_the_page_says(string id)
    {
        string page = File.ReadAllText(Path.Combine(Pages(), id + ".md")).ReplaceLineEndings("\n");
        string example = Example().Match(page).Groups[1].Value;

        Diagnostic diagnostic = Assert.Single(
            GeneratorRun.Of(example).Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(id, diagnostic.Id);
        int start = diagnostic.Location.SourceSpan.Start, length = diagnostic.Location.SourceSpan.Length;
        Assert.Equal(Squiggle().Match(example).Groups[1].Value, example.Substring(start, length));
        string line = example[start..example.IndexOf('\n', start)];
        Assert.Contains("// squiggle: ", line, StringComparison.Ordinal);
        Assert.Contains($"\n> {diagnostic.GetMessage(null)}\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_and_the_index_have_the_title(string id)
    {
        string title = Descriptors.ById(id).Title.ToString(null);
        Assert.StartsWith($"# {id}: {title}", File.ReadAllText(Path.Combine(Pages(), id + ".md")), StringComparison.Ordinal);
        string index = File.ReadAllText(Path.Combine(Pages(), "README.md"));
        Assert.Contains($"| [{id}]({id}.md) | {title} |", index, StringComparison.Ordinal);
    }

    private static string Pages([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "diagnostics"));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("// squiggle: (.*)\n")]
    private static partial Regex Squiggle();
}
