using Overfit;
using Overfit.Reporting;
using Spectre.Console;

namespace Article;

/// <summary>One contender over the seeds.</summary>
internal sealed record SeedsRow(string Name, SampleStatistics Training, SampleStatistics Validation);

/// <summary>The contenders over seeds, beside many seeds of real Keras.</summary>
internal sealed record SeedsReport(SeedsRow Plain, SeedsRow Penalized, SeedsRow Normalized, SeedsRow Recalibrated)
{
    public static SeedsReport Of(TrialResult[] results)
    {
        SeedsRow[] rows =
        [
            .. results.GroupBy(result => result.Trial.Contender.Name, result => result.Final).Select(Row),
            .. results.Where(result => result.Recalibrated is not null)
                .GroupBy(_ => "recalibrated", result => result.Recalibrated!.Value).Select(Row),
        ];
        return new(rows[0], rows[1], rows[2], rows[3]);
    }

    public void Write(IAnsiConsole console)
    {
        string sign = console.Profile.Capabilities.Unicode ? "±" : "+-";
        string[] Words(SampleStatistics sample) => SeedsReport.Words(sample, sign);
        ComparisonTable table = new("train", "95 % interval", "val", "95 % interval");
        foreach ((SeedsRow row, Contender contender) in new[] { Plain, Penalized, Normalized }.Zip(Contender.All))
        {
            (SampleStatistics training, SampleStatistics validation) = KerasFigures.Sample(contender.KerasName);
            table.Add(row.Name, [.. Words(row.Training), .. Words(row.Validation)]);
            table.AddReference("real Keras", [.. Words(training), .. Words(validation)]);
        }

        SampleStatistics recalibrated = KerasFigures.Recalibrated();
        table.Add(Recalibrated.Name, [.. Words(Recalibrated.Training), .. Words(Recalibrated.Validation)]);
        table.AddReference("real Keras", ["", "", .. Words(recalibrated)]);

        int seeds = Plain.Training.Count;
        console.MarkupLine($"[bold]The same over {(seeds == 1 ? "one seed" : $"{seeds} seeds")}[/]: data losses");
        console.Write(table);
        console.WriteLine($"mean {sign} standard deviation over the seeds; Student's interval for the mean.");
        console.WriteLine($"Real Keras: 200 seeds and 200 epochs on the same points; recalibrated, {recalibrated.Count} seeds.");
        console.WriteLine();
    }

    private static SeedsRow Row(IGrouping<string, Losses> losses) => new(
        losses.Key,
        SampleStatistics.Of([.. losses.Select(loss => loss.Training)]),
        SampleStatistics.Of([.. losses.Select(loss => loss.Validation)]));

    private static string[] Words(SampleStatistics sample, string sign)
    {
        if (sample.Count < 2)
        {
            return [Number(sample.Mean), ""];
        }

        Interval interval = sample.ConfidenceInterval();
        return
        [
            $"{Number(sample.Mean)} {sign} {Number(sample.StandardDeviation)}",
            $"{Number(interval.Lower)} - {Number(interval.Upper)}",
        ];
    }

    /// <summary>Four digits, so that the table fits 80 characters.</summary>
    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => $"{value:0.0}",
        >= 10 => $"{value:0.00}",
        _ => $"{value:0.000}",
    };
}
