using Spectre.Console;

namespace Article;

/// <summary>Many trials at once, on all cores. Trials share nothing, so their results do not depend on the number of cores.</summary>
internal static class Trials
{
    public static Dictionary<Trial, TrialResult> Run(
        IAnsiConsole console, Points points, int seed, int seeds, int epochs, CancellationToken cancellation)
    {
        Trial[] trials = [.. Contender.All.SelectMany(contender => Enumerable.Range(seed, seeds).Select(s => new Trial(contender, s)))];
        TrialResult[] results = new TrialResult[trials.Length];
        void RunAll(Action step) => Parallel.For(0, trials.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            results[i] = TrialResult.Of(trials[i].Contender.Train(points, trials[i].Seed, epochs, false));
            step();
        });

        if (console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi)
        {
            console.Progress().AutoClear(true).Start(progress =>
            {
                ProgressTask task = progress.AddTask($"Training {trials.Length} models", maxValue: trials.Length);
                RunAll(() => task.Increment(1));
            });
        }
        else
        {
            RunAll(static () => { });
        }

        return trials.Zip(results).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
