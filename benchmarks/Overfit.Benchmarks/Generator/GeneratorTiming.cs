using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Overfit.Benchmarks.Generator;

/// <summary>
/// Times what an editor waits for: the run of the generator's driver, which includes the compiler's binding of the attributes
/// and its parsing of what was emitted, but not its parsing of the edited file.
/// </summary>
/// <param name="generator">Makes the generator to time.</param>
/// <param name="files">How many files it has to emit.</param>
internal sealed class GeneratorTiming(Func<IIncrementalGenerator> generator, int files)
{
    /// <summary>Milliseconds a model of a run over a project that nothing is known of.</summary>
    public double Cold() =>
        Time(ModelProject.Driver(generator()), ModelProject.Create(), out _) / ModelProject.Models;

    /// <summary>Milliseconds of the run after each of so many edits, one after the other.</summary>
    public double[] After(Func<CSharpCompilation, int, CSharpCompilation> edit, int count)
    {
        CSharpCompilation project = ModelProject.Create();
        Time(ModelProject.Driver(generator()), project, out GeneratorDriver driver);
        double[] times = new double[count];
        for (int number = 0; number < count; number++)
        {
            project = edit(project, number);
            times[number] = Time(driver, project, out driver);
        }

        return times;
    }

    private double Time(GeneratorDriver driver, CSharpCompilation project, out GeneratorDriver after)
    {
        long began = Stopwatch.GetTimestamp();
        after = driver.RunGenerators(project);
        double milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        GeneratorDriverRunResult result = after.GetRunResult();
        return result.GeneratedTrees.Length == files && result.Diagnostics.IsEmpty
            ? milliseconds
            : throw new InvalidOperationException(
                $"{files} files and no diagnostics were expected; the generator emitted {result.GeneratedTrees.Length} and " +
                $"reported: {string.Join("; ", result.Diagnostics)}. The times would mean nothing.");
    }
}
