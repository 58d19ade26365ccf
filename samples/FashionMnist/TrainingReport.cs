using Overfit;
using Overfit.Reporting;
using Spectre.Console;

namespace FashionMnist;

/// <summary>How training went: the learning curves, the accuracies and the time.</summary>
internal static class TrainingReport
{
    public static void Write(IAnsiConsole console, ClassifierTraining training)
    {
        Evaluation final = training.Last.Final;
        double[] seconds = [.. training.History.Select(record => record.Duration.TotalSeconds).Order()];

        console.WriteLine();
        console.Write(new LearningCurveChart("Cross-entropy", training.History));
        console.WriteLine();
        console.WriteLine($"Accuracy of what was kept: training {Percent(final.Training)}, validation {Percent(final.Validation!)}.");
        console.WriteLine(
            $"Time of an epoch: {seconds[seconds.Length / 2]:0.00} s (median of {seconds.Length}), without measuring it; "
            + $"altogether {training.Duration.TotalSeconds:0} s.");
        console.WriteLine();
    }

    private static string Percent(SplitRecord part) => $"{100 * part.Metrics[0]:0.00} %";
}
