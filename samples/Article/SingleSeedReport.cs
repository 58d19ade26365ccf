using System.Globalization;
using Overfit;
using Overfit.Reporting;
using Spectre.Console;
using SpectreTable = Spectre.Console.Table;

namespace Article;

/// <summary>The article's three experiments with one seed, beside one training of real Keras each.</summary>
internal static class SingleSeedReport
{
    public static void Write(IAnsiConsole console, IReadOnlyList<(Contender Contender, TrainingRun Run)> runs, int seed, int epochs)
    {
        console.MarkupLine($"[bold]The article's three experiments[/], seed {seed}: {epochs} epochs, batches of 32, Adam, mean squared error");
        SpectreTable table = new SpectreTable().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("").NoWrap().Padding(0, 0));
        foreach (string column in new[] { "train", "val", "gap", "penalty", "loss*", "val_loss*", "epochs", "time" })
        {
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap().Padding(0, 0));
        }

        foreach ((Contender contender, TrainingRun run) in runs)
        {
            EpochRecord last = run.History[^1];
            Row(table, contender.Name, run.Final, last.OnlineLoss, $"{run.History.Count}", $"{run.Duration.TotalMilliseconds,5:0} ms");
            if (run.Recalibrated is { } recalibrated)
            {
                Row(table, "  recalibrated", recalibrated, null, "", "");
            }

            KerasRun keras = Keras.Single(contender.KerasName);
            table.AddRow(
                "[grey]  real Keras[/]",
                Number(keras.TrainingLoss),
                Number(keras.ValidationLoss),
                Number(keras.ValidationLoss - keras.TrainingLoss),
                Number(keras.Penalty),
                Number(keras.OnlineLoss),
                Number(keras.ValidationObjective),
                "200",
                "");
        }

        console.Write(table);
        console.WriteLine("train, val: mean squared error of the trained model, without penalties. gap: their difference.");
        console.WriteLine("* what Keras prints: loss is measured while the model changes; both contain the penalty.");
        foreach (string warning in runs.SelectMany(run => run.Run.Warnings))
        {
            console.MarkupLine($"[yellow]Warning:[/] {Markup.Escape(warning)}");
        }

        console.WriteLine();
        foreach ((Contender contender, TrainingRun run) in runs)
        {
            console.WriteLearningCurves(contender.Name, run.History);
            console.WriteLine();
        }
    }

    private static void Row(SpectreTable table, string name, Evaluation losses, double? onlineLoss, string epochs, string time) => table.AddRow(
        $"[bold]{name}[/]",
        Number(losses.Training.DataLoss),
        Number(losses.Validation!.DataLoss),
        Number(losses.GeneralizationGap!.Value),
        Number(losses.Training.Penalty),
        onlineLoss is { } online ? Number(online) : "",
        Number(losses.Validation.Objective),
        epochs,
        time);

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
