namespace Overfit.Tests;

/// <summary>
/// Tests of fit. The seeds are fixed, so a threshold is no chance of failing: it is what a right generator meets with the stated
/// probability, and what a wrong one misses by far.
/// </summary>
internal static class Statistics
{
    /// <summary>The Kolmogorov distance times sqrt(n); a right law stays below 1.95 in 999 of 1000 cases.</summary>
    public static double Kolmogorov(double[] draws, Func<double, double> distribution)
    {
        double[] sorted = [.. draws.Order()];
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = distribution(sorted[i]);
            double above = ((i + 1.0) / sorted.Length) - expected;
            double below = expected - ((double)i / sorted.Length);
            distance = Math.Max(distance, Math.Max(above, below));
        }

        return distance * Math.Sqrt(sorted.Length);
    }

    /// <summary>Sum over the cells of (observed - expected)^2 / expected, all cells equally likely.</summary>
    public static double ChiSquare(ReadOnlySpan<int> counts)
    {
        int total = 0;
        foreach (int count in counts)
        {
            total += count;
        }

        double expected = (double)total / counts.Length;
        double sum = 0;
        foreach (int count in counts)
        {
            sum += (count - expected) * (count - expected) / expected;
        }

        return sum;
    }

    /// <summary>The standard normal distribution function, by Marsaglia's series (2004).</summary>
    public static double NormalDistribution(double x)
    {
        double sum = x;
        double term = x;
        for (int i = 3; sum + term != sum; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI));
    }

    public static double Variance(double[] draws)
    {
        double mean = draws.Average();
        return draws.Sum(draw => (draw - mean) * (draw - mean)) / draws.Length;
    }
}
