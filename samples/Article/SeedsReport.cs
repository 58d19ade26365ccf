using System.Globalization;
using Overfit;
using Spectre.Console;
using SpectreTable = Spectre.Console.Table;

namespace Article;

/// <summary>Mean and confidence interval over seeds, beside 200 seeds of real Keras.</summary>
internal sealed record SeedsReport(IReadOnlyList<SeedsRow> Rows, int Seeds)
{
    /// <summary>Twelve seeds of real Keras with moving statistics set to those of the training part, layer by layer.</summary>
    private const string KerasRecalibrated = "3.300 ± 0.250 †";

    public static SeedsReport Of(IReadOnlyDictionary<Trial, TrialResult> results, int seeds)
    {
        List<SeedsRow> rows = [];
        foreach (IGrouping<Contender, TrialResult> contender in results.GroupBy(result => result.Key.Contender, result => result.Value))
        {
            (SampleStatistics Training, SampleStatistics Validation) keras = Keras.Sample(contender.Key.KerasName);
            rows.Add(new(
                contender.Key.Name,
                SampleStatistics.Of([.. contender.Select(result => result.Training)]),
                SampleStatistics.Of([.. contender.Select(result => result.Validation)]),
                Words(keras.Training),
                Words(keras.Validation)));
            if (contender.All(result => result.RecalibratedValidation is not null))
            {
                rows.Add(new(
                    "  recalibrated",
                    SampleStatistics.Of([.. contender.Select(result => result.RecalibratedTraining!.Value)]),
                    SampleStatistics.Of([.. contender.Select(result => result.RecalibratedValidation!.Value)]),
                    "",
                    KerasRecalibrated));
            }
        }

        return new(rows, seeds);
    }

    public void Write(IAnsiConsole console)
    {
        console.MarkupLine($"[bold]The same over {Seeds} seeds[/]: data losses, mean ± half the 95 % confidence interval of the mean");
        SpectreTable table = new SpectreTable().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("").NoWrap().Padding(0, 0));
        foreach (string column in new[] { "train", "val", "Keras train", "Keras val" })
        {
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap().Padding(0, 0));
        }

        foreach (SeedsRow row in Rows)
        {
            table.AddRow($"[bold]{row.Name}[/]", Interval(row.Training), Interval(row.Validation), row.KerasTraining, row.KerasValidation);
        }

        console.Write(table);
        console.WriteLine("train, val: training and validation part. Keras: mean ± standard deviation of 200 seeds of real Keras on the same points. † 12 seeds.");
        console.WriteLine();
    }

    private string Interval(SampleStatistics sample)
    {
        if (Seeds < 2)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{sample.Mean:0.000}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{sample.Mean:0.000} ± {sample.ConfidenceInterval().HalfWidth:0.000}");
    }

    private static string Words(SampleStatistics sample) =>
        string.Create(CultureInfo.InvariantCulture, $"{sample.Mean:0.000} ± {sample.StandardDeviation:0.000}");
}

/// <summary>One contender over the seeds.</summary>
internal sealed record SeedsRow(
    string Name, SampleStatistics Training, SampleStatistics Validation, string KerasTraining, string KerasValidation);
