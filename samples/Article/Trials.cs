using Overfit;
using Overfit.Reporting;
using Spectre.Console;

namespace Article;

/// <summary>Many trials at once, on all cores. They share nothing, so the number of cores changes no result.</summary>
internal static class Trials
{
    /// <summary>The results, in the order of the contenders and seeds.</summary>
    public static TrialResult[] Run(
        IAnsiConsole console, Points points, IEnumerable<int> seeds, int epochs, CancellationToken cancellation)
    {
        Trial[] trials = [.. Contender.All.SelectMany(contender => seeds.Select(seed => new Trial(contender, seed)))];
        TrialResult[] results = new TrialResult[trials.Length];
        TrainingOptions options = new() { Epochs = epochs, EvaluationFrequency = epochs };

        console.Follow($"Training {trials.Length} models", trials.Length, step =>
            Parallel.For(0, trials.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
            {
                Trial trial = trials[i];
                results[i] = TrialResult.Of(trial, trial.Contender.Train(points, trial.Seed, options, cancellation));
                step();
            }));
        return results;
    }
}
