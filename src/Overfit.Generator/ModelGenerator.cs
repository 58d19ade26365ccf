using Microsoft.CodeAnalysis;

namespace Overfit.Generator;

/// <summary>The front door: finds models, reads and lowers them, emits code, reports problems.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
