using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    internal const string ReadingStep = "Reading", LoweringStep = "Lowering", ProblemsStep = "Problems";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelReading> readings = context.SyntaxProvider
            .ForAttributeWithMetadataName(ModelReader.Attribute, static (node, _) => IsClassOrStruct(node), ModelReader.Read)
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!)
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

        foreach (LayerReader reader in LayerReader.All)
        {
            IncrementalValuesProvider<DiagnosticInfo> orphans = context.SyntaxProvider
                .ForAttributeWithMetadataName(reader.Attribute, static (node, _) => IsClassOrStruct(node), OrphanReader.Read)
                .Where(static orphan => orphan is not null)
                .Select(static (orphan, _) => orphan!);
            context.RegisterSourceOutput(orphans, static (output, orphan) => output.ReportDiagnostic(orphan.ToDiagnostic()));
        }
    }

    /// <summary>What the attributes may stand on; elsewhere the compiler refuses them itself.</summary>
    private static bool IsClassOrStruct(SyntaxNode node) => node is TypeDeclarationSyntax and not InterfaceDeclarationSyntax;

    private static IEnumerable<DiagnosticInfo> Locate(ModelReading reading, LoweringResult? result) => reading.Problems
        .Concat(result?.Problems ?? [])
        .Select(reading.Locate)
        .Concat(reading.Strays);
}
