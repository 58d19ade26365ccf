using static System.FormattableString;

namespace Overfit;

/// <summary>What may mislead whoever reads a run's numbers, in words.</summary>
internal static class RunWarnings
{
    /// <summary>What moving statistics that are far from the exact ones did to the loss, and what helps.</summary>
    public static string? OfStaleness(IReadOnlyList<StatisticsDistance> staleness, Evaluation final, Evaluation recalibrated)
    {
        string[] stale = [.. staleness.Where(static distance => distance.IsStale).Select(Words)];
        if (stale.Length == 0)
        {
            return null;
        }

        (double exact, double own) = (recalibrated.Training.DataLoss, final.Training.DataLoss);
        string advice = exact < own
            ? "Recalibrate, train longer, or lower Momentum."
            : "Train longer, or lower Momentum; do not recalibrate, which would make it no better.";
        return
            $"Moving statistics are stale: {string.Join(", ", stale)}. With exact statistics of the training part " +
            Invariant($"the training data loss is {exact:0.000} instead of {own:0.000}. {advice}");
    }

    /// <summary>That batches of one row train nothing through batch normalization.</summary>
    public static string? OfSingleRows(string normalization, int batchSize, int rows)
    {
        bool isEveryOne = batchSize == 1 || rows == 1;
        if (!isEveryOne && rows % batchSize != 1)
        {
            return null;
        }

        string batches = isEveryOne ? "Every batch" : "The last batch of each epoch";
        return
            Invariant($"{batches} has one row (rows: {rows}, BatchSize: {batchSize}). Normalized by itself, a row is 0 whatever it ") +
            $"was: such a step trains nothing in front of '{normalization}' and moves its variance towards 0. Choose a BatchSize that " +
            "leaves at least 2 rows for each step.";
    }

    private static string Words(StatisticsDistance distance)
    {
        double percent = 100 * (Math.Exp(distance.Deviation) - 1);
        return Invariant($"those of '{distance.Layer}' by {distance.Mean:0.00} deviations in the means and {percent:0} % in the deviations");
    }
}
