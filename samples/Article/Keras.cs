using System.Globalization;
using Overfit;

namespace Article;

/// <summary>The last epoch of one training of real Keras.</summary>
internal sealed record KerasRun(double OnlineLoss, double ValidationObjective, double TrainingLoss, double ValidationLoss, double Penalty);

/// <summary>What real Keras got on the same points; data/README.md says how.</summary>
internal static class Keras
{
    private static readonly Dictionary<string, string[]> SingleRuns = Table.Read("keras-single.csv").ToDictionary(row => row[0]);
    private static readonly ILookup<string, string[]> Seeds = Table.Read("keras-seeds.csv").ToLookup(row => row[0]);

    public static KerasRun Single(string model)
    {
        string[] row = SingleRuns[model];
        return new(Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]));
    }

    /// <summary>Training and validation data loss of 200 seeds.</summary>
    public static (SampleStatistics Training, SampleStatistics Validation) Sample(string model) => (
        SampleStatistics.Of([.. Seeds[model].Select(row => Number(row[4]))]),
        SampleStatistics.Of([.. Seeds[model].Select(row => Number(row[5]))]));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
