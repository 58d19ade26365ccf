using Microsoft.CodeAnalysis;

namespace Overfit.Benchmarks.Generator;

/// <summary>Finds nothing and does nothing. What it takes is the driver's.</summary>
internal sealed class IdleGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
