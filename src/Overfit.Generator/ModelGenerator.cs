using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Overfit.Generator.Diagnostics;
using Overfit.Generator.Emission;
using Overfit.Generator.Lowering;
using Overfit.Generator.Reading;

namespace Overfit.Generator;

/// <summary>The front door: finds models, reads and lowers them, emits code, reports problems.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>Names of the pipeline's steps, for tests of what is done again.</summary>
    internal const string ProjectStep = "Project", ReadingStep = "Reading", LoweringStep = "Lowering", ProblemsStep = "Problems";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectReading> project = context.CompilationProvider
            .Select(static (compilation, _) => new Project((CSharpCompilation)compilation))
            .WithTrackingName(ProjectStep)
            .Select(ProjectReader.Read);

        IncrementalValuesProvider<ModelReading> readings = project
            .SelectMany(static (reading, _) => reading.Models)
            .WithTrackingName(ReadingStep);

        IncrementalValuesProvider<(ModelReading Reading, LoweringResult? Result)> lowered = readings
            .Select(static (reading, _) => (reading, reading.Spec is { } spec ? ModelLowering.Lower(spec) : null));

        // The result knows no places, so that code that only moves is emitted no second time.
        IncrementalValuesProvider<LoweringResult> results = lowered
            .Where(static model => model.Result is not null)
            .Select(static (model, _) => model.Result!)
            .WithTrackingName(LoweringStep);
        context.RegisterSourceOutput(
            results, static (output, result) => output.AddSource(result.Spec.HintName, ModelEmitter.Emit(result)));

        IncrementalValuesProvider<DiagnosticInfo> problems = lowered
            .SelectMany(static (model, _) => Locate(model.Reading, model.Result))
            .WithTrackingName(ProblemsStep);
        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));

        context.RegisterSourceOutput(
            project.SelectMany(static (reading, _) => reading.Orphans),
            static (output, orphan) => output.ReportDiagnostic(orphan.ToDiagnostic()));
    }

    private static IEnumerable<DiagnosticInfo> Locate(ModelReading reading, LoweringResult? result) => reading.Problems
        .Concat(result?.Problems ?? [])
        .Select(reading.Locate)
        .Concat(reading.Strays);
}
