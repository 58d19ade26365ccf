using System.Collections.Concurrent;

namespace Overfit.Benchmarks.Micro;

/// <summary>Numbers for kernels to compute with, the same in every process.</summary>
internal static class Numbers
{
    private static readonly ConcurrentDictionary<(int Length, int Seed), Block> Drawn = [];

    /// <summary>Normally distributed around 0, with a standard deviation of 1; drawn once, in a block of their own each time.</summary>
    public static Block Normal(int length, int seed) => Drawn.GetOrAdd((length, seed), static key => Draw(key.Length, key.Seed)).Copy();

    private static Block Draw(int length, int seed)
    {
        Random random = new(seed);
        Block numbers = new(length);
        foreach (ref float number in numbers.Span)
        {
            // Box and Muller; 1 - a number in [0, 1) has a logarithm.
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            number = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return numbers;
    }
}
