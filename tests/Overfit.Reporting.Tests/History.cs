namespace Overfit.Reporting.Tests;

/// <summary>Epochs as a run leaves them.</summary>
internal static class History
{
    public static EpochRecord[] Of(double[] training, double[]? validation = null) =>
    [
        .. training.Select((loss, epoch) => new EpochRecord(
            epoch, loss, 0.001f, Part(loss), validation is null ? null : Part(validation[epoch]), TimeSpan.Zero)),
    ];

    /// <summary>A loss that falls from 100 to 1, and one that turns round at 10.</summary>
    public static EpochRecord[] Overfitting(int epochs) => Of(
        [.. Enumerable.Range(0, epochs).Select(epoch => Math.Pow(10, 2 - (2.0 * epoch / (epochs - 1))))],
        [.. Enumerable.Range(0, epochs).Select(epoch => Math.Pow(10, 1 + Math.Abs(1 - (2.0 * epoch / (epochs - 1)))))]);

    private static SplitRecord Part(double loss) => new(loss, 0, []);
}
