using System.Globalization;

namespace Overfit;

/// <summary>What may mislead whoever reads a run's numbers, in words.</summary>
internal static class RunWarnings
{
    public static IEnumerable<string> Of(IEnumerable<StatisticsDistance> staleness, Evaluation final, Evaluation? recalibrated)
    {
        foreach (StatisticsDistance distance in staleness.Where(distance => distance.IsStale))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The moving statistics of '{distance.Layer}' are stale: means are off by {distance.Mean:0.00} deviations, deviations by {100 * (Math.Exp(distance.Deviation) - 1):0} %. With exact statistics of the training part the training data loss is {recalibrated!.Training.DataLoss:0.000} instead of {final.Training.DataLoss:0.000}. Recalibrate, train longer, or lower Momentum.");
        }
    }
}
