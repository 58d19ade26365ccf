using System.CommandLine;
using Overfit.Benchmarks.Peers;
using Overfit.Generator;

namespace Overfit.Benchmarks.Generator;

/// <summary>Times the source generator as a compiler and as an editor run it.</summary>
internal static class GeneratorCommand
{
    private const int ColdRuns = 15;
    private const int Edits = 100;
    private const double ColdTarget = 5;
    private const double EditTarget = 1;

    public static Command Create()
    {
        Command command = new(
            "generator", $"Times the source generator over a project with {ModelProject.Models} models: at first, and after edits.");
        command.SetAction(static _ => Run());
        return command;
    }

    private static void Run()
    {
        GeneratorTiming models = new(static () => new ModelGenerator(), ModelProject.Models);
        GeneratorTiming finding = new(static () => new FindingGenerator(), 0);
        GeneratorTiming idle = new(static () => new IdleGenerator(), 0);
        double first = models.Cold();

        (string Run, double? Target, Func<GeneratorTiming, double[]> Measure)[] rows =
        [
            ("cold, a model", ColdTarget, static timing => [.. Enumerable.Range(0, ColdRuns).Select(_ => timing.Cold())]),
            ("after an edit of a body in a file without a model", EditTarget, static timing => timing.After(ModelProject.EditBody, Edits)),
            ("after a new member in a file without a model", EditTarget, static timing => timing.After(ModelProject.AddMember, Edits)),
            ("after a comment in front of a model", null, static timing => timing.After(ModelProject.MoveModel, Edits)),
            ("after a change of a model's layer", null, static timing => timing.After(ModelProject.EditModel, Edits)),
        ];

        // Once in vain, so that the compiler, which is part of every run, is compiled for good itself.
        foreach ((_, _, Func<GeneratorTiming, double[]> measure) in rows)
        {
            measure(models);
            measure(finding);
            measure(idle);
        }

        Console.WriteLine(
            $"{ModelProject.Models} models and as many other files; medians of {ColdRuns} cold runs and {Edits} edits. " +
            "Beside it a generator that finds the models as generators usually do, by ForAttributeWithMetadataName, and does " +
            "nothing with them, and one that does nothing at all.");
        Console.WriteLine();
        Console.WriteLine("| run | ms | quartiles | finding alone | nothing | target | |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Console.WriteLine($"| first in the process, a model | {first:0.00} | | | | | |");
        foreach ((string run, double? target, Func<GeneratorTiming, double[]> measure) in rows)
        {
            double[] times = measure(models);
            double median = Quantiles.Median(times);
            string verdict = target is { } most ? $"{most:0} | {(median < most ? "met" : "not met")}" : " | ";
            Console.WriteLine(
                $"| {run} | {median:0.00} | {Quantiles.At(times, 0.25):0.00} - {Quantiles.At(times, 0.75):0.00} | " +
                $"{Quantiles.Median(measure(finding)):0.00} | {Quantiles.Median(measure(idle)):0.00} | {verdict} |");
        }
    }
}
