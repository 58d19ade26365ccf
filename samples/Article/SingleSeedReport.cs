using Overfit;
using Overfit.Reporting;
using Spectre.Console;

namespace Article;

/// <summary>The article's three experiments with one seed, beside one training of real Keras each.</summary>
internal static class SingleSeedReport
{
    public static void Write(IAnsiConsole console, IReadOnlyList<(Contender Contender, TrainingRun Run)> runs, int seed, int epochs)
    {
        ComparisonTable table = new("train", "val", "gap", "penalty", "loss*", "val_loss*", "ms");
        foreach ((Contender contender, TrainingRun run) in runs)
        {
            string time = $"{run.Duration.TotalMilliseconds,5:0}";
            table.Add(contender.Name, [.. Numbers(run.Final, run.History[^1].OnlineLoss), time]);
            table.AddReference("real Keras", Numbers(KerasFigures.Single(contender.KerasName)));
            if (run.Recalibrated is { } recalibrated)
            {
                table.Add("recalibrated", Numbers(recalibrated, double.NaN));
                table.AddReference("real Keras", Numbers(KerasFigures.Single($"{contender.KerasName}_recalibrated")));
            }
        }

        console.MarkupLine($"[bold]The article's three experiments[/], seed {seed}, {epochs} epochs: Adam, mean squared error");
        console.Write(table);
        console.WriteLine("train, val: mean squared error in inference mode, no penalty. gap: val - train.");
        console.WriteLine("* as Keras prints it: with penalty; loss is measured while the model changes.");
        console.WriteLine("Real Keras: one training of 200 epochs each, from other initial weights.");
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
