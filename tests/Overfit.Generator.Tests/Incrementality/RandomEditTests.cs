using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Overfit.Generator.Tests.Robustness;

namespace Overfit.Generator.Tests.Incrementality;

/// <summary>Random edits, one after the other: what is said after each is what a driver says that knows of nothing.</summary>
public sealed class RandomEditTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void NothingIsEverStale(int seed)
    {
        const int Edits = 300;
        string[] files = EditedProject.Files;
        Random random = new(seed);
        GeneratorRun run = GeneratorRun.Of(files);
        int passed = 0, mattered = 0;
        for (int edit = 0; edit < Edits; edit++)
        {
            int file = random.Next(files.Length);
            string edited = random.Next(3) switch
            {
                0 => files[file],
                1 => Mutation.Of(files[file], random),
                _ => Renamed(files[file], files[random.Next(files.Length)], random),
            };
            GeneratorRun after = run.Edit(file, edited);
            string[] said = after.Afresh().Said;
            Assert.True(after.Result.Exception is null, $"Edit {edit} of file {file}: {after.Result.Exception}\n{edited}");
            Assert.True(said.SequenceEqual(after.Said), $"Edit {edit} of file {file}:\n{edited}");
            passed += IsLookedInto(after) ? 0 : 1;
            mattered += said.SequenceEqual(run.Said) ? 0 : 1;
            run = after;
        }

        // It would prove little if all edits were looked into, or if few of them mattered.
        Assert.InRange(passed, Edits / 30, Edits / 2);
        Assert.InRange(mattered, Edits / 5, Edits);
    }

    /// <summary>Of a step behind which there is nothing, not even the step is told.</summary>
    private static bool IsLookedInto(GeneratorRun run) =>
        run.Result.TrackedSteps.TryGetValue(ModelGenerator.ProjectStep, out ImmutableArray<IncrementalGeneratorRunStep> steps)
        && steps.Single().Outputs.Single().Reason == IncrementalStepRunReason.Modified;

    /// <summary>The source with one name replaced by one of another source, so that files come to depend on each other.</summary>
    private static string Renamed(string source, string other, Random random)
    {
        SyntaxToken name = Any(source, random), by = Any(other, random);
        return source[..name.SpanStart] + by.Text + source[name.Span.End..];
    }

    private static SyntaxToken Any(string source, Random random)
    {
        SyntaxToken[] names =
        [
            .. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)),
        ];
        return names[random.Next(names.Length)];
    }
}
