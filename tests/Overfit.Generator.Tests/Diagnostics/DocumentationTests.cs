using System.Runtime.CompilerServices;

namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has a page and a line in the release notes of the analyzer, and every page a diagnostic.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void EveryDiagnosticHasAPage()
    {
        string[] ids = [.. Overfit.Generator.Diagnostics.Descriptors.All.Select(descriptor => descriptor.Id)];
        string[] pages = [.. Directory.GetFiles(Path.Combine(Root(), "docs", "diagnostics"), "OVF*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order()];
        Assert.Equal(ids.Order(), pages);
        string releases = File.ReadAllText(Path.Combine(Root(), "src", "Overfit.Generator", "AnalyzerReleases.Unshipped.md"));
        Assert.All(ids, id => Assert.Contains(id, releases, StringComparison.Ordinal));
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
