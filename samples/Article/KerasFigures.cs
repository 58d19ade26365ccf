using System.Globalization;
using Overfit;

namespace Article;

/// <summary>The last epoch of one training of real Keras; NaN where it has no such number.</summary>
internal sealed record KerasRun(
    double OnlineLoss, double ValidationObjective, double TrainingLoss, double ValidationLoss, double Penalty);

/// <summary>What real Keras got on the same points; data/README.md says how.</summary>
internal static class KerasFigures
{
    private static readonly Dictionary<string, string[]> Runs = CsvResource.Read("keras-single.csv").ToDictionary(row => row[0]);
    private static readonly ILookup<string, string[]> Seeds = CsvResource.Read("keras-seeds.csv").ToLookup(row => row[0]);

    /// <summary>One training.</summary>
    public static KerasRun Single(string model)
    {
        string[] row = Runs[model];
        return new(Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]));
    }

    /// <summary>Training and validation data loss over seeds.</summary>
    public static (SampleStatistics Training, SampleStatistics Validation) Sample(string model) => (
        SampleStatistics.Of([.. Seeds[model].Select(row => Number(row[4]))]),
        SampleStatistics.Of([.. Seeds[model].Select(row => Number(row[5]))]));

    /// <summary>Validation data loss over seeds, of the batch-normalized net with recalibrated statistics.</summary>
    public static SampleStatistics Recalibrated()
    {
        string[] row = CsvResource.Read("keras-recalibrated.csv")[0];
        return new(int.Parse(row[0], CultureInfo.InvariantCulture), Number(row[1]), Number(row[2]));
    }

    private static double Number(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);
}
