using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Overfit.Generator.Tests;

/// <summary>
/// Stands in for Verify.SourceGenerators: the same call, the same files. What a generator emits is compared with
/// <c>Class.Method#Hint.verified.cs</c> beside the test, what it reports with <c>Class.Method.verified.txt</c>. A difference
/// leaves a <c>.received.</c> file, which is accepted by renaming it.
/// </summary>
internal static class Verifier
{
    /// <summary>Compares the latest run of a driver with the accepted files.</summary>
    public static async Task Verify(
        GeneratorDriver driver, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        GeneratorDriverRunResult run = driver.GetRunResult();
        string prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}";
        Dictionary<string, string> received = run.Results
            .SelectMany(static result => result.GeneratedSources)
            .ToDictionary(
                source => $"{prefix}#{Path.GetFileNameWithoutExtension(source.HintName)}.*.cs",
                static source => source.SourceText.ToString());
        if (!run.Diagnostics.IsEmpty)
        {
            received.Add($"{prefix}.*.txt", Describe(run.Diagnostics));
        }

        string folder = Path.GetDirectoryName(testFile)!;
        List<string> differences = [];
        foreach ((string name, string text) in received)
        {
            if (await Compare(Path.Combine(folder, name), Normalize(text)) is { } difference)
            {
                differences.Add(difference);
            }
        }

        differences.AddRange(Directory.EnumerateFiles(folder, $"{prefix}*.verified.*")
            .Select(static file => Path.GetFileName(file))
            .Where(file => file[prefix.Length] is '#' or '.' && !received.ContainsKey(file.Replace(".verified.", ".*.", StringComparison.Ordinal)))
            .Select(static file => $"{file} is no longer received; delete it."));
        if (differences.Count > 0)
        {
            throw new XunitException(
                $"{string.Join('\n', differences)}\nRead the .received. files in {folder}; rename those that are right to .verified.");
        }
    }

    /// <summary>Says what is different, or returns null and removes what an earlier run received.</summary>
    private static async Task<string?> Compare(string name, string received)
    {
        string verifiedFile = name.Replace(".*.", ".verified.", StringComparison.Ordinal);
        string receivedFile = name.Replace(".*.", ".received.", StringComparison.Ordinal);
        string? verified = File.Exists(verifiedFile) ? Normalize(await File.ReadAllTextAsync(verifiedFile)) : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return null;
        }

        await File.WriteAllTextAsync(receivedFile, received);
        return verified is null
            ? $"{Path.GetFileName(verifiedFile)} does not exist yet."
            : $"{Path.GetFileName(verifiedFile)} differs {FirstDifference(verified, received)}";
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string FirstDifference(string verified, string received)
    {
        string[] expected = verified.Split('\n'), actual = received.Split('\n');
        int line = Enumerable.Range(0, Math.Max(expected.Length, actual.Length))
            .First(index => index >= expected.Length || index >= actual.Length || expected[index] != actual[index]);
        return $"in line {line + 1}:\n  verified: {expected.ElementAtOrDefault(line)}\n  received: {actual.ElementAtOrDefault(line)}";
    }

    private static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        StringBuilder text = new("{\n  Diagnostics: [\n");
        text.AppendJoin(",\n", diagnostics.Select(diagnostic =>
            $$"""
                {
                  Location: {{diagnostic.Location.GetLineSpan()}},
                  Message: {{diagnostic.GetMessage()}},
                  Severity: {{diagnostic.Severity}},
                  Descriptor: {
                    Id: {{diagnostic.Id}},
                    Title: {{diagnostic.Descriptor.Title}},
                    MessageFormat: {{diagnostic.Descriptor.MessageFormat}},
                    Category: {{diagnostic.Descriptor.Category}},
                    DefaultSeverity: {{diagnostic.Descriptor.DefaultSeverity}},
                    IsEnabledByDefault: {{(diagnostic.Descriptor.IsEnabledByDefault ? "true" : "false")}}
                  }
                }
            """));
        return text.Append("\n  ]\n}\n").ToString();
    }
}
