using System.Globalization;

namespace Overfit;

/// <summary>
/// Epochs as lines of comma-separated numbers, each in the shortest form that reads back as the same, with a point whatever the
/// machine's culture; a cell is empty where nothing was measured.
/// </summary>
internal static class EpochTable
{
    private const int FirstPart = 4;

    /// <summary>The names of the columns.</summary>
    public static string Header(IReadOnlyList<Metric> metrics) => string.Join(
        ',', ["epoch", "online_loss", "learning_rate", "milliseconds", .. Names("train", metrics), .. Names("val", metrics)]);

    /// <summary>An epoch with so many metrics.</summary>
    public static string Line(EpochRecord epoch, int metrics) => string.Join(
        ',',
        [
            (epoch.Epoch + 1).ToString(CultureInfo.InvariantCulture),
            Number(epoch.OnlineLoss),
            epoch.LearningRate.ToString(CultureInfo.InvariantCulture),
            Number(epoch.Duration.TotalMilliseconds),
            .. Cells(epoch.Training, metrics),
            .. Cells(epoch.Validation, metrics),
        ]);

    /// <summary>The epoch that was written as a line.</summary>
    public static EpochRecord Read(string line, int metrics)
    {
        string[] cells = line.Split(',');
        int part = 2 + metrics;
        return new EpochRecord(
            int.Parse(cells[0], CultureInfo.InvariantCulture) - 1,
            Number(cells[1]),
            float.Parse(cells[2], CultureInfo.InvariantCulture),
            Part(cells.AsSpan(FirstPart, part)),
            Part(cells.AsSpan(FirstPart + part, part)),
            TimeSpan.FromTicks((long)Math.Round(Number(cells[3]) * TimeSpan.TicksPerMillisecond)));
    }

    private static IEnumerable<string> Names(string part, IEnumerable<Metric> metrics) =>
        [$"{part}_data_loss", $"{part}_penalty", .. metrics.Select(metric => $"{part}_{metric.Name}")];

    private static IEnumerable<string> Cells(SplitRecord? part, int metrics) => part is null
        ? Enumerable.Repeat("", 2 + metrics)
        : [Number(part.DataLoss), Number(part.Penalty), .. part.Metrics.Select(Number)];

    private static SplitRecord? Part(ReadOnlySpan<string> cells)
    {
        if (cells[0].Length == 0)
        {
            return null;
        }

        double[] numbers = Array.ConvertAll(cells.ToArray(), Number);
        return new SplitRecord(numbers[0], numbers[1], [.. numbers[2..]]);
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
