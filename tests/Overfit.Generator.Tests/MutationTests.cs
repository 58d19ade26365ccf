using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Overfit.Generator.Tests;

/// <summary>Code that is being typed: whatever tokens are missing, doubled or wrong, the generator only reports.</summary>
public sealed class MutationTests
{
    private const int Mutations = 3000;

    private static readonly string[] Scraps =
        ["(", ")", "[", "]", "{", "}", ",", ";", "\"", "0", "-1", "null", "default", "float.NaN", "Activation.", "class", "partial", "<T>", "Name =", "nameof(", "new[] {"];

    [Fact]
    public void BrokenSourcesNeverBreakTheGenerator()
    {
        Random random = new(20260101);
        string[] sources = [Sources.Plain, Sources.Normalized, Sources.Everything];
        GeneratorRun run = GeneratorRun.Of("");
        int reported = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string source = sources[i % sources.Length];
            int mutations = 1 + random.Next(3);
            for (int mutation = 0; mutation < mutations; mutation++)
            {
                source = Mutate(source, random);
            }

            GeneratorDriver driver = run.Driver.RunGenerators(run.Input.ReplaceSyntaxTree(
                run.Input.SyntaxTrees[1], GeneratorRun.Parse(source, "Source0.cs")));
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            Assert.True(result.Exception is null, $"Mutation {i}: {result.Exception}\n{source}");
            Assert.All(result.GeneratedSources, emitted => Assert.Empty(emitted.SyntaxTree.GetDiagnostics()));
            reported += result.Diagnostics.Length > 0 ? 1 : 0;
        }

        // The mutations reach the generator's own checks, too.
        Assert.InRange(reported, Mutations / 50, Mutations);
    }

    /// <summary>The emitted text depends on no culture: here one whose decimals are marked by a comma.</summary>
    [Fact]
    public void TheCultureDoesNotMatter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string expected = GeneratorRun.Of(Sources.Everything).Result.GeneratedSources.Single().SourceText.ToString();
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NumberGroupSeparator = ".";
            comma.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, GeneratorRun.Of(Sources.Everything).Result.GeneratedSources.Single().SourceText.ToString());
            Assert.Contains("0.003F", expected, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Mutate(string source, Random random)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()];
        if (tokens.Length < 3)
        {
            return source;
        }

        SyntaxToken token = tokens[random.Next(tokens.Length - 1)], other = tokens[random.Next(tokens.Length - 1)];
        (int start, int length) = (token.SpanStart, token.Span.Length);
        return random.Next(5) switch
        {
            0 => source.Remove(start, length),
            1 => source.Insert(start, token.Text + " "),
            2 => source.Remove(start, length).Insert(start, other.Text),
            3 => source.Insert(start, Scraps[random.Next(Scraps.Length)] + " "),
            _ => source[..random.Next(source.Length)],
        };
    }
}
