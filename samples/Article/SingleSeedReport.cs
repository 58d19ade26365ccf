using Overfit;
using Overfit.Reporting;
using Spectre.Console;

namespace Article;

/// <summary>The article's three experiments with one seed, beside one training of real Keras each.</summary>
internal static class SingleSeedReport
{
    public static void Write(IAnsiConsole console, IReadOnlyList<(Contender Contender, TrainingRun Run)> runs, int seed)
    {
        ComparisonTable table = new("train", "val", "gap", "penalty", "loss*", "val_loss*", "epochs", "time");
        foreach ((Contender contender, TrainingRun run) in runs)
        {
            string time = $"{run.Duration.TotalMilliseconds,4:0} ms";
            table.Add(contender.Name, [.. Numbers(run.Final, run.History[^1].OnlineLoss), $"{run.History.Count}", time]);
            table.AddReference("real Keras", [.. Numbers(KerasFigures.Single(contender.KerasName)), "200"]);
            if (run.Recalibrated is { } recalibrated)
            {
                table.Add("recalibrated", Numbers(recalibrated, double.NaN));
                table.AddReference("real Keras", Numbers(KerasFigures.Single($"{contender.KerasName}_recalibrated")));
            }
        }

        console.MarkupLine($"[bold]The article's three experiments[/], seed {seed}: Adam, mean squared error, batches of 32");
        console.Write(table);
        console.WriteLine("train, val: mean squared error in inference mode, no penalty. gap: val - train.");
        console.WriteLine("* as Keras prints it: with penalty; loss is measured while the model changes.");
        foreach (string warning in runs.SelectMany(run => run.Run.Warnings))
        {
            console.WriteLine();
            console.MarkupLine($"[yellow]Warning:[/] {Markup.Escape(warning)}");
        }

        foreach ((Contender contender, TrainingRun run) in runs)
        {
            console.WriteLine();
            console.Write(new LearningCurveChart(contender.Name, run.History));
        }

        console.WriteLine();
    }

    private static IEnumerable<string> Numbers(Evaluation losses, double onlineLoss) => Numbers(new KerasRun(
        onlineLoss,
        double.IsNaN(onlineLoss) ? double.NaN : losses.Validation!.Objective,
        losses.Training.DataLoss,
        losses.Validation!.DataLoss,
        losses.Training.Penalty));

    private static IEnumerable<string> Numbers(KerasRun run) => new[]
    {
        run.TrainingLoss,
        run.ValidationLoss,
        run.ValidationLoss - run.TrainingLoss,
        run.Penalty,
        run.OnlineLoss,
        run.ValidationObjective,
    }.Select(number => double.IsNaN(number) ? "" : $"{number:0.000}");
}
