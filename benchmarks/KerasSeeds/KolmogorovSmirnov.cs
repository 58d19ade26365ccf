namespace KerasSeeds;

/// <summary>The two-sample test of Kolmogorov and Smirnov: whether two samples come from one distribution.</summary>
/// <param name="Distance">Largest distance between the two empirical distribution functions.</param>
/// <param name="P">
/// Exact probability of such a distance or a larger one if they do; with ties between the samples too large, thus on the
/// safe side of no difference.
/// </param>
internal readonly record struct KolmogorovSmirnov(double Distance, double P)
{
    public static KolmogorovSmirnov Test(double[] first, double[] second)
    {
        double[] a = [.. first.Order()], b = [.. second.Order()];
        long largest = 0;
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

            largest = Math.Max(largest, Gap(i, a.Length, j, b.Length));
        }

        return new(largest / ((double)a.Length * b.Length), Tail(a.Length, b.Length, largest));
    }

    /// <summary>|i / n - j / m| times n and m: a whole number, so that comparing it needs no tolerance.</summary>
    private static long Gap(int i, int n, int j, int m) => Math.Abs(((long)i * m) - ((long)j * n));

    /// <summary>
    /// Merging two samples of one distribution takes a path from (0, 0) to (n, m), each with the same probability. A path
    /// to (i, j) came from (i - 1, j) with probability i / (i + j), which gives the probability that it has ever been as far
    /// off the diagonal as was observed (Hodges, 1958, turned from counts to probabilities and to the tail).
    /// </summary>
    private static double Tail(int n, int m, long observed)
    {
        double[] tail = new double[m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                double left = i > 0 ? tail[j] * i : 0;
                double below = j > 0 ? tail[j - 1] * j : 0;
                tail[j] = Gap(i, n, j, m) >= observed ? 1 : (left + below) / Math.Max(i + j, 1);
            }
        }

        return tail[m];
    }
}
