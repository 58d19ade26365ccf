using Microsoft.CodeAnalysis;
using Overfit.Generator.Lowering;
using Overfit.Generator.Model;
using Overfit.Generator.Reading;

namespace Overfit.Generator.Tests.Incrementality;

/// <summary>What is done again after an edit, and what the editor keeps in memory in between.</summary>
public sealed class CachingTests
{
    private const string First =
        """
        [Model(1)]
        [Dense(64, Activation.ReLU, Name = "Hidden")]
        [Dropout(0.5f)]
        [Dense(1)]
        partial class First;
        """;

    private const string Second =
        """
        [Model(4)]
        [Dense(8)]
        [BatchNormalization]
        [Activate(Activation.GELU)]
        [Dense(3, Activation.Softmax)]
        partial class Second;
        """;

    private const string Erroneous =
        """
        [Model(4)]
        [Dense(0)]
        partial class Erroneous;
        """;

    private const string Other = "class Other { int Number() => 1; }";

    private static readonly string[] Files = [First, Second, Erroneous, Other];

    [Theory]
    [InlineData(3, "class Other { int Number() => 2; int Another; }")]
    [InlineData(3, "class Other { class // broken")]
    [InlineData(0, "// A comment.\n" + First)]
    [InlineData(0, "\n\n\n" + First + "\n\n")]
    [InlineData(0, "class InFront;\n" + First)]
    [InlineData(0, First + "\npartial class First { int Number() => 1; }")]
    [InlineData(2, "// A comment.\n" + Erroneous)]
    [InlineData(2, Erroneous + "\npartial class Erroneous { int Number() => 1; }")]
    public void NothingIsEmittedAgain(int file, string edited)
    {
        GeneratorRunResult result = RunTwice(file, edited);
        Assert.Equal(3, result.TrackedSteps[ModelGenerator.LoweringStep].Length);
        Assert.All(Reasons(result.TrackedSteps[ModelGenerator.LoweringStep]), IsUnchanged);
        Assert.All(Emitted(result), IsUnchanged);
    }

    [Theory]
    [InlineData("class Other { int Number() => 2; int Another; }")]
    [InlineData("class Other { class // broken")]
    public void EditsElsewhereChangeNothingThatWasRead(string edited)
    {
        GeneratorRunResult result = RunTwice(3, edited);
        foreach (string step in (string[])[ModelGenerator.ReadingStep, ModelGenerator.LoweringStep, ModelGenerator.ProblemsStep])
        {
            Assert.NotEmpty(Reasons(result.TrackedSteps[step]));
            Assert.All(Reasons(result.TrackedSteps[step]), IsUnchanged);
        }
    }

    [Theory]
    [InlineData("64", "65")]
    [InlineData("Activation.ReLU", "Activation.Tanh")]
    [InlineData("\"Hidden\"", "\"Wide\"")]
    [InlineData("0.5f", "0.25f")]
    [InlineData("Model(1)", "Model(2)")]
    [InlineData("[Dropout(0.5f)]\n", "")]
    [InlineData("class First", "class Renamed")]
    public void ChangedLayerEmitsThatModelAlone(string from, string to)
    {
        GeneratorRunResult result = RunTwice(0, First.Replace(from, to, StringComparison.Ordinal));
        Assert.Single(Reasons(result.TrackedSteps[ModelGenerator.LoweringStep]), IncrementalStepRunReason.Modified);
        Assert.Single(Emitted(result), IncrementalStepRunReason.Modified);
        Assert.Equal(2, Reasons(result.TrackedSteps[ModelGenerator.LoweringStep]).Count(static reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void ProblemThatMovesIsReportedAtItsNewPlace()
    {
        GeneratorRunResult result = RunTwice(2, "\n\n" + Erroneous);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("Source2.cs: (3,7)-(3,8)", diagnostic.Location.GetLineSpan().ToString());
    }

    [Fact]
    public void MovedCodeYieldsAnEqualModel()
    {
        ModelReading before = Read(Erroneous), after = Read("// A comment.\n\n" + Erroneous);
        Assert.NotEqual(before, after);
        Assert.Equal(before.Spec, after.Spec);
        Assert.Equal(before.Spec!.GetHashCode(), after.Spec!.GetHashCode());
        Assert.Equal(before.Problems, after.Problems);
        Assert.Equal(ModelLowering.Lower(before.Spec), ModelLowering.Lower(after.Spec));
    }

    [Fact]
    public void EveryArgumentDistinguishesModels()
    {
        ModelSpec[] specs =
        [
            .. ((string[])[First, .. new[] { ("64", "65"), ("ReLU", "Tanh"), ("Hidden", "Wide"), ("0.5f", "0.25f"), ("(1)]\n[Dense(64", "(2)]\n[Dense(64") }
                .Select(static edit => First.Replace(edit.Item1, edit.Item2, StringComparison.Ordinal))])
                .Select(static source => Read(source).Spec!),
        ];
        Assert.Equal(specs.Length, specs.Distinct().Count());
    }

    [Fact]
    public void NothingOfTheCompilationIsKept()
    {
        GeneratorRunResult result = RunTwice(0, First);
        object[] kept =
        [
            .. ((string[])[ModelGenerator.ReadingStep, ModelGenerator.LoweringStep, ModelGenerator.ProblemsStep])
                .SelectMany(step => result.TrackedSteps[step])
                .SelectMany(static step => step.Outputs)
                .SelectMany(static output => ReachableValues.Of(output.Value)),
        ];
        Assert.Contains(kept, static value => value is DenseSpec);
        Assert.Contains(kept, static value => value is ModelPlan);
        Assert.Contains(kept, static value => value is Generator.Diagnostics.LocationInfo);
        Assert.DoesNotContain(kept, static value =>
            value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or AttributeData);
    }

    private static GeneratorRunResult RunTwice(int file, string edited) => GeneratorRun.Of(Files).Edit(file, edited).Result;

    private static ModelReading Read(string source) => (ModelReading)Assert.Single(
        Assert.Single(GeneratorRun.Of(source).Result.TrackedSteps[ModelGenerator.ReadingStep]).Outputs).Value;

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    /// <summary>The outputs that come from lowering; the others report problems.</summary>
    private static IEnumerable<IncrementalStepRunReason> Emitted(GeneratorRunResult result) => Reasons(
        result.TrackedOutputSteps.SelectMany(static steps => steps.Value)
            .Where(static step => step.Inputs.Any(static input => input.Source.Name == ModelGenerator.LoweringStep)));

    private static void IsUnchanged(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"It is {reason}.");
}
