using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Tests;

/// <summary>
/// Stands in for Verify.SourceGenerators where that cannot be restored: the same call, the same files. Each emitted file is
/// compared with <c>Class.Method#HintName.verified.cs</c> beside the test; a mismatch leaves a <c>.received.cs</c>, which is
/// accepted by renaming it.
/// </summary>
internal static class Verifier
{
    public static async Task Verify(
        GeneratorDriver driver, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        List<string> mismatches = [];
        string folder = Path.GetDirectoryName(sourceFile)!, prefix = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        foreach (GeneratedSourceResult source in driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources))
        {
            string name = Path.Combine(folder, $"{prefix}#{source.HintName[..^".cs".Length]}");
            string received = source.SourceText.ToString();
            if (!File.Exists($"{name}.verified.cs") || await Normalized($"{name}.verified.cs") != received)
            {
                await File.WriteAllTextAsync($"{name}.received.cs", received);
                mismatches.Add($"{name}.received.cs");
            }
            else
            {
                File.Delete($"{name}.received.cs");
            }
        }

        Assert.True(
            mismatches.Count == 0,
            $"Emitted code differs from what was verified. Compare and, if it is right, rename to .verified.cs: {string.Join(", ", mismatches)}");
    }

    private static async Task<string> Normalized(string path) => (await File.ReadAllTextAsync(path)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
