using System.Runtime.Intrinsics;

namespace Overfit.Tests;

public class RandomStreamTests
{
    private const int Draws = 100_000;

    [Fact]
    public void Words_are_those_of_Philox_under_seed_purpose_index_and_place()
    {
        RandomStream random = new(-7, RandomPurpose.Splitting, (5L << 32) + 9);
        for (uint block = 0; block < 19; block++)
        {
            Vector128<uint> expected = ScalarPhilox.Block(Vector128.Create(block, 0u, 9u, 5u), unchecked((uint)-7), 3);
            for (int word = 0; word < 4; word++)
            {
                Assert.Equal(expected[word], random.NextUInt32());
            }
        }
    }

    [Fact]
    public void Streams_differ_where_seed_purpose_or_index_differ()
    {
        List<uint[]> starts = [];
        foreach (int seed in new[] { 0, 1, -1 })
        {
            foreach (RandomPurpose purpose in Enum.GetValues<RandomPurpose>())
            {
                foreach (long index in new[] { 0, 1, 1L << 32 })
                {
                    RandomStream random = new(seed, purpose, index);
                    starts.Add([.. Enumerable.Range(0, 100).Select(_ => random.NextUInt32())]);
                }
            }
        }

        // 3600 words of 32 bits meet by chance with probability 0.0015; under these seeds none do.
        Assert.Equal(3600, starts.SelectMany(start => start).Distinct().Count());
    }

    [Fact]
    public void NextSingle_is_uniform_in_0_to_1()
    {
        RandomStream random = new(1, RandomPurpose.Shuffling);
        AssertUniform(Draw(() => random.NextSingle()));
    }

    [Fact]
    public void NextDouble_is_uniform_in_0_to_1()
    {
        RandomStream random = new(2, RandomPurpose.Shuffling);
        AssertUniform(Draw(random.NextDouble));
    }

    [Fact]
    public void NextNormal_is_standard_normal()
    {
        RandomStream random = new(3, RandomPurpose.Initialization);
        double[] draws = Draw(random.NextNormal);

        // Four standard errors: of the mean 1 / sqrt(n), of the variance sqrt(2 / n).
        Assert.InRange(draws.Average(), -4 / Math.Sqrt(Draws), 4 / Math.Sqrt(Draws));
        Assert.InRange(Statistics.Variance(draws), 1 - (4 * Math.Sqrt(2.0 / Draws)), 1 + (4 * Math.Sqrt(2.0 / Draws)));
        Assert.InRange(Statistics.Kolmogorov(draws, Statistics.NormalDistribution), 0, 1.95);
    }

    [Fact]
    public void Successive_normals_are_uncorrelated()
    {
        RandomStream random = new(4, RandomPurpose.Initialization);
        double[] draws = Draw(random.NextNormal);
        double correlation = draws.Zip(draws.Skip(1), (one, next) => one * next).Average();
        Assert.InRange(correlation, -4 / Math.Sqrt(Draws), 4 / Math.Sqrt(Draws));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(64)]
    public void NextInt32_is_uniform_below_the_bound(int bound)
    {
        RandomStream random = new(5, RandomPurpose.Shuffling);
        int[] counts = new int[bound];
        for (int i = 0; i < Draws; i++)
        {
            counts[random.NextInt32(bound)]++;
        }

        // Chi-square of k degrees of freedom has mean k and deviation sqrt(2k); 99.9 % lie below k + 3.3 sqrt(2k) + 6 (Wilson and
        // Hilferty's approximation, rounded up).
        int freedom = bound - 1;
        Assert.InRange(Statistics.ChiSquare(counts), 0, freedom + (3.3 * Math.Sqrt(2.0 * freedom)) + 6);
    }

    [Fact]
    public void NextInt32_is_unbiased_where_simpler_ways_are_not()
    {
        // 3 * 2^29 numbers share 2^32 words, 8/3 each. A modulo gives the first two thirds 3 words and the last 2; a product's
        // high half without rejection gives 3, 3 and 2 to numbers that leave 0, 1 and 2 when divided by 3.
        const int Bound = 3 << 29;
        RandomStream random = new(6, RandomPurpose.Shuffling);
        int[] thirds = new int[3];
        int[] remainders = new int[3];
        for (int i = 0; i < Draws; i++)
        {
            int number = random.NextInt32(Bound);
            thirds[number >> 29]++;
            remainders[number % 3]++;
        }

        // 99.9 % of chi-square with two degrees of freedom; shares of 3/8, 3/8 and 2/8 give 3000.
        Assert.InRange(Statistics.ChiSquare(thirds), 0, 13.8);
        Assert.InRange(Statistics.ChiSquare(remainders), 0, 13.8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NextInt32_refuses_a_bound_below_1(int bound)
    {
        RandomStream random = new(0, RandomPurpose.Shuffling);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt32(bound));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Shuffle_permutes(int length)
    {
        int[] values = [.. Enumerable.Range(0, length)];
        new RandomStream(8, RandomPurpose.Shuffling).Shuffle(values);
        Assert.Equal(Enumerable.Range(0, length), values.Order());
    }

    [Fact]
    public void Shuffle_yields_all_orders_of_four_equally_often()
    {
        Dictionary<int, int> orders = [];
        RandomStream random = new(9, RandomPurpose.Shuffling);
        for (int i = 0; i < Draws; i++)
        {
            int[] values = [0, 1, 2, 3];
            random.Shuffle(values);
            int order = (values[0] * 64) + (values[1] * 16) + (values[2] * 4) + values[3];
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, orders.Count);

        // 99.9 % of chi-square with 23 degrees of freedom.
        Assert.InRange(Statistics.ChiSquare([.. orders.Values]), 0, 49.7);
    }

    private static double[] Draw(Func<double> next) => [.. Enumerable.Range(0, Draws).Select(_ => next())];

    private static void AssertUniform(double[] draws)
    {
        Assert.All(draws, draw => Assert.True(draw is >= 0 and < 1));

        // Four standard errors: the mean's is sqrt(1/12 / n), the variance's sqrt(1/180 / n).
        Assert.InRange(draws.Average(), 0.5 - (4 * Math.Sqrt(1 / 12.0 / Draws)), 0.5 + (4 * Math.Sqrt(1 / 12.0 / Draws)));
        double width = 4 * Math.Sqrt(1 / 180.0 / Draws);
        Assert.InRange(Statistics.Variance(draws), (1 / 12.0) - width, (1 / 12.0) + width);
        Assert.InRange(Statistics.Kolmogorov(draws, draw => draw), 0, 1.95);
    }
}
