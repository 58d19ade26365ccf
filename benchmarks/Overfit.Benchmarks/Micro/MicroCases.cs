namespace Overfit.Benchmarks.Micro;

/// <summary>Everything that the table and BenchmarkDotNet measure.</summary>
internal static class MicroCases
{
    public static IEnumerable<KernelCase> Kernels =>
        [.. DenseCases.All, .. ActivationCases.All, .. LayerCases.All, .. LossCases.All, .. OptimizerCases.All];

    public static IEnumerable<MicroCase> All => [.. ProductCases.All, .. Kernels];
}
