namespace Overfit;

/// <summary>Mean and spread of independent measurements of one thing, such as the losses of runs that differ in their seed.</summary>
/// <param name="Count">Number of measurements, at least 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their deviation with divisor n - 1; NaN for a single one, which tells nothing of spread.</param>
public readonly record struct SampleStatistics(int Count, double Mean, double StandardDeviation)
{
    /// <summary>Of measurements, in two passes: the mean, then the squares around it.</summary>
    /// <param name="values">At least one.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static SampleStatistics Of(params ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There is no measurement; a mean needs at least one.", nameof(values));
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length, squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return new SampleStatistics(
            values.Length, mean, values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : double.NaN);
    }

    /// <summary>
    /// Student's interval for the expectation, mean ± t deviation / sqrt(n) with n - 1 degrees of freedom; its ends are NaN
    /// for a single measurement. Exact for normal measurements, good for others from a few dozen on. It speaks of what was
    /// drawn anew between the measurements and of nothing else: seeds on one split say nothing of other splits.
    /// </summary>
    /// <param name="level">How often such intervals hold the expectation, between 0 and 1. Default: 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public Interval ConfidenceInterval(double level = 0.95)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, $"The level is {level}; it must lie between 0 and 1.");
        }

        if (Count < 2)
        {
            return new Interval(double.NaN, double.NaN);
        }

        double reach = new StudentT(Count - 1).Quantile((1 + level) / 2) * StandardDeviation / Math.Sqrt(Count);
        return new Interval(Mean - reach, Mean + reach);
    }
}
