using Microsoft.CodeAnalysis;

namespace Overfit.Benchmarks.Generator;

/// <summary>
/// Finds the models, as generators that look for an attribute usually do, and does nothing with them. What it takes is the
/// compiler's.
/// </summary>
internal sealed class FindingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "Overfit.ModelAttribute", static (_, _) => true, static (found, _) => found.TargetSymbol.Name),
        static (_, _) => { });
}
