using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Tests;

/// <summary>What is done again after an edit, over the pipeline's named steps, and what the cache keeps alive.</summary>
public sealed class IncrementalityTests
{
    private const string Other = "internal static class Other { public static int One => 1; }";

    [Fact]
    public void EditingAnotherFileEmitsNothing() =>
        AssertNothingEmitted(Start().Edit(2, Other.Replace("1;", "2;", StringComparison.Ordinal)));

    [Fact]
    public void WhiteSpaceAndCommentsEmitNothing() => AssertNothingEmitted(Start().Edit(
        0, Sources.Plain.Replace("[Dense(1)]", "  [Dense( 1 )]  // the output\n", StringComparison.Ordinal)));

    [Fact]
    public void MovingAModelEmitsNothing() => AssertNothingEmitted(Start().Edit(0, "\n\n\n" + Sources.Plain));

    [Fact]
    public void ChangingALayerEmitsThatModelOnly()
    {
        GeneratorRun run = Start().Edit(0, Sources.Plain.Replace("[Dense(1)]", "[Dense(2)]", StringComparison.Ordinal));
        IncrementalStepRunReason[] reasons = Reasons(run, ModelGenerator.LoweringStep);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], reasons);
    }

    [Fact]
    public void AMovedMistakeIsReportedWhereItIsNow()
    {
        const string Mistake = "[Model(1)] [Dense(0)] internal partial class A;";
        GeneratorRun run = GeneratorRun.Of(Mistake);
        GeneratorRun moved = run.Edit(0, "\n" + Mistake);
        Assert.Equal(0, Assert.Single(run.Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(1, Assert.Single(moved.Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void TheCacheHoldsNoSymbolSyntaxOrCompilation()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.Everything, "[Model(1)] [Dense(0)] internal partial class A;");
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        string[] steps = [ModelGenerator.ReadingStep, ModelGenerator.LoweringStep, ModelGenerator.ProblemsStep];
        foreach ((object value, _) in steps.SelectMany(step => run.Result.TrackedSteps[step]).SelectMany(step => step.Outputs))
        {
            Walk(value, seen);
        }

        // The walk went into the records, down to the layers.
        Assert.Contains(seen, value => value is Model.DenseSpec);
        Assert.Contains(seen, value => value is Lowering.Slot);
    }

    private static GeneratorRun Start()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.Plain, Sources.Normalized, Other);
        Assert.Empty(run.Diagnostics);
        return run;
    }

    private static void AssertNothingEmitted(GeneratorRun run)
    {
        Assert.All(
            Reasons(run, ModelGenerator.LoweringStep),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"lowering: {reason}"));
        Assert.All(
            run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRun run, string step) =>
        [.. run.Result.TrackedSteps[step].SelectMany(step => step.Outputs).Select(output => output.Reason)];

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or SyntaxReference, $"The cache holds a {value.GetType()}.");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            {
                continue;
            }

            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                if (!field.FieldType.IsPointer)
                {
                    Walk(field.GetValue(value), seen);
                }
            }
        }
    }
}
