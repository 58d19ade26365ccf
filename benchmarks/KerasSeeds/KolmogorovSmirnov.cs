namespace KerasSeeds;

/// <summary>The two-sample test of Kolmogorov and Smirnov: whether two samples come from one distribution.</summary>
/// <param name="Distance">Largest distance between the two empirical distribution functions.</param>
/// <param name="P">
/// Probability of such a distance or a larger one if they do, by the asymptotic law with Stephens's correction for finite
/// samples (Stephens, 1970; Press et al., Numerical Recipes, 14.3): good to a few percent from 20 values each on.
/// </param>
internal readonly record struct KolmogorovSmirnov(double Distance, double P)
{
    public static KolmogorovSmirnov Test(double[] first, double[] second)
    {
        double[] a = [.. first.Order()], b = [.. second.Order()];
        double distance = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            double value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= value)
            {
                i++;
            }

            while (j < b.Length && b[j] <= value)
            {
                j++;
            }

            distance = Math.Max(distance, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        double root = Math.Sqrt((double)a.Length * b.Length / (a.Length + b.Length));
        return new(distance, Tail((root + 0.12 + (0.11 / root)) * distance));
    }

    /// <summary>2 * sum over k of (-1)^(k-1) exp(-2 k^2 x^2).</summary>
    private static double Tail(double x)
    {
        // The series converges too slowly to matter where the probability is 1 to ten digits.
        if (x < 0.2)
        {
            return 1;
        }

        double sum = 0;
        for (int k = 1; k <= 100; k++)
        {
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * x * x);
        }

        return Math.Clamp(sum, 0, 1);
    }
}
