namespace Overfit.Benchmarks.FashionMnist;

/// <summary>The trainings of one library, one per seed, each epoch by epoch.</summary>
internal sealed class Race(string name)
{
    private readonly List<IReadOnlyList<EpochResult>> _trainings = [];

    public string Name => name;

    /// <summary>Seconds of an epoch: the median of all.</summary>
    public double SecondsPerEpoch => Median(_trainings.SelectMany(epochs => epochs, (_, epoch) => epoch.Seconds));

    public void Add(IReadOnlyList<EpochResult> epochs) => _trainings.Add(epochs);

    /// <summary>Epochs until the accuracy was reached first: the median over the seeds; infinite where most never did.</summary>
    public double EpochsTo(double accuracy) => Median(_trainings.Select(epochs => CountTo(epochs, accuracy)));

    /// <summary>Seconds of these epochs, likewise.</summary>
    public double SecondsTo(double accuracy) => Median(_trainings.Select(epochs =>
        CountTo(epochs, accuracy) is var count && double.IsFinite(count)
            ? epochs.Take((int)count).Sum(epoch => epoch.Seconds)
            : double.PositiveInfinity));

    private static double CountTo(IReadOnlyList<EpochResult> epochs, double accuracy)
    {
        int before = epochs.TakeWhile(epoch => epoch.Accuracy < accuracy).Count();
        return before < epochs.Count ? before + 1 : double.PositiveInfinity;
    }

    /// <summary>The middle value, of two the larger: no mean, since one may be infinite.</summary>
    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
