using BenchmarkDotNet.Attributes;

namespace Overfit.Benchmarks.Micro;

/// <summary>What the table of kernels measures, measured by BenchmarkDotNet: one call of the case that is named.</summary>
[Config(typeof(MicroConfig))]
public abstract class MicroBenchmarks
{
    private Action _call = static () => { };

    /// <summary>Name of the case.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    public abstract IEnumerable<string> Names { get; }

    [GlobalSetup]
    public void Prepare() => _call = MicroCases.All.Single(micro => micro.Name == Name).Prepare();

    [Benchmark]
    public void Call() => _call();

    private protected static IEnumerable<string> Of(IEnumerable<MicroCase> cases) => cases.Select(static micro => micro.Name);
}

public class ProductBenchmarks : MicroBenchmarks
{
    public override IEnumerable<string> Names => Of(ProductCases.All);
}

public class DenseBenchmarks : MicroBenchmarks
{
    public override IEnumerable<string> Names => Of(DenseCases.All);
}

public class ActivationBenchmarks : MicroBenchmarks
{
    public override IEnumerable<string> Names => Of(ActivationCases.All);
}

public class LayerBenchmarks : MicroBenchmarks
{
    public override IEnumerable<string> Names => Of(LayerCases.All);
}

public class LossBenchmarks : MicroBenchmarks
{
    public override IEnumerable<string> Names => Of(LossCases.All);
}

public class OptimizerBenchmarks : MicroBenchmarks
{
    public override IEnumerable<string> Names => Of(OptimizerCases.All);
}
