using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>
/// Runs the generator on a marked source and compares everything that is wrong, by the generator's and the compiler's
/// word, with the marks and the messages.
/// </summary>
internal static class DiagnosticRun
{
    /// <summary>What the marked sources say nothing about; generated code has to.</summary>
    private const string UndocumentedMember = "CS1591";

    /// <summary>Fails unless the marks are all that is wrong, and the messages of our diagnostics are these, in order.</summary>
    public static void Check(string markedSource, params string[] messages)
    {
        Diagnostic[] found = CheckMarks(markedSource);
        Compare(
            messages,
            found.Where(static diagnostic => diagnostic.Id.StartsWith("OVF", StringComparison.Ordinal))
                .Select(static diagnostic => diagnostic.GetMessage(null)));
    }

    /// <summary>Fails unless the marks are all that is wrong; returns it in source order, what is in generated code last.</summary>
    public static Diagnostic[] CheckMarks(string markedSource)
    {
        MarkedSource source = MarkedSource.Parse(markedSource);
        GeneratorRun run = GeneratorRun.Of(source.Text);
        Assert.Null(run.Result.Exception);

        Diagnostic[] found = [.. run.Diagnostics
            .Where(static diagnostic => diagnostic.Id != UndocumentedMember || IsGenerated(diagnostic))
            .OrderBy(static diagnostic => IsGenerated(diagnostic))
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
        Compare(source.Marks, found.Select(diagnostic => MarkOf(diagnostic, source.Text)));
        return found;
    }

    /// <summary>Fails with both lists in full: what is wrong elsewhere explains itself.</summary>
    private static void Compare<T>(IEnumerable<T> expected, IEnumerable<T> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail($"Expected:\n{string.Join('\n', expected)}\nActual:\n{string.Join('\n', actual)}");
        }
    }

    private static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.GetLineSpan().Path.EndsWith(".g.cs", StringComparison.Ordinal);

    private static Mark MarkOf(Diagnostic diagnostic, string text)
    {
        int start = diagnostic.Location.SourceSpan.Start;
        return IsGenerated(diagnostic)
            ? new(diagnostic.Id, start, diagnostic.ToString())
            : new(diagnostic.Id, start, text.Substring(start, diagnostic.Location.SourceSpan.Length));
    }
}
