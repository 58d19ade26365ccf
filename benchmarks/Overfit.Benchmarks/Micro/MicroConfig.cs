using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Overfit.Benchmarks.Micro;

/// <summary>
/// A short job: with a hundred cases, the default of up to a hundred iterations of half a second would take hours; fifteen of
/// 50 ms still are hundreds of calls each.
/// </summary>
public sealed class MicroConfig : ManualConfig
{
    public MicroConfig()
    {
        AddJob(Job.Default
            .WithWarmupCount(5)
            .WithIterationCount(15)
            .WithIterationTime(TimeInterval.FromMilliseconds(50)));
        BuildTimeout = TimeSpan.FromMinutes(10); // A busy machine needs more than the usual two for the projects' builds.
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new GigaflopsColumn());
    }
}
