using Overfit;
using Overfit.Reporting;
using Spectre.Console;

namespace FashionMnist;

/// <summary>How training went: why it ended, the learning curves, the accuracies and the time.</summary>
internal static class TrainingReport
{
    public static void Write(IAnsiConsole console, TrainingRun run, EarlyStopping stopping)
    {
        console.WriteLine(run.StopMessage ?? $"All {run.History.Count} epochs were trained.");
        if (run.History.Count == 0)
        {
            console.WriteLine("Not one epoch was finished, so there is nothing to measure.");
            return;
        }

        console.WriteLine();
        console.Write(new LearningCurveChart("Cross-entropy", run.History));
        console.WriteLine();
        console.WriteLine(
            $"Kept: epoch {stopping.BestEpoch + 1}, the best by validation accuracy: {Percent(run.Final.Validation!)} %, "
            + $"training {Percent(run.Final.Training)} %.");

        double[] seconds = [.. run.History.Select(record => record.Duration.TotalSeconds).Order()];
        console.WriteLine(
            $"Time of an epoch: {seconds[seconds.Length / 2]:0.00} s (median of {seconds.Length}), without measuring it; "
            + $"altogether {run.Duration.TotalSeconds:0} s.");
        console.WriteLine();
    }

    private static string Percent(SplitRecord part) => $"{100 * part.Metrics[0]:0.00}";
}
