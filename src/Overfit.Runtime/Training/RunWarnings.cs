using System.Globalization;

namespace Overfit;

/// <summary>What may mislead whoever reads a run's numbers, in words.</summary>
internal static class RunWarnings
{
    public static IEnumerable<string> Of(IReadOnlyList<StatisticsDistance> staleness, Evaluation final, Evaluation? recalibrated)
    {
        string[] stale = [.. staleness.Where(static distance => distance.IsStale).Select(Words)];
        if (stale.Length > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Moving statistics are stale: {string.Join(", ", stale)}. With exact statistics of the training part the training data loss is {recalibrated!.Training.DataLoss:0.000} instead of {final.Training.DataLoss:0.000}. Recalibrate, train longer, or lower Momentum.");
        }
    }

    private static string Words(StatisticsDistance distance) => string.Create(
        CultureInfo.InvariantCulture,
        $"those of '{distance.Layer}' by {distance.Mean:0.00} deviations in the means and {100 * (Math.Exp(distance.Deviation) - 1):0} % in the deviations");
}
