using System.Runtime.Intrinsics;

namespace Overfit.Tests;

public class DropoutRandomTests
{
    private static readonly DropoutRandom Random = new(42, 1234567890123);

    [Theory]
    [InlineData(0.001f)]
    [InlineData(0.2f)]
    [InlineData(0.5f)]
    [InlineData(0.999f)]
    public void Values_are_those_of_Philox_at_every_length(float rate)
    {
        // Around one pass of 128 values, and lengths of which the registers are no divisors.
        foreach (int length in new[] { 1, 2, 15, 16, 17, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000 })
        {
            Assert.Equal(Expected(Random, layer: 3, rate, length), Mask(Random, layer: 3, rate, length));
        }
    }

    [Fact]
    public void Every_width_gives_the_same_values()
    {
        float[] expected = Expected(Random, layer: 1, rate: 0.25f, 700);
        float[] mask = new float[700];
        DropoutMask.Fill<Words2>(Random, 1, 16384, 1 / 0.75f, mask);
        Assert.Equal(expected, mask);
        if (Vector256.IsHardwareAccelerated)
        {
            Array.Clear(mask);
            DropoutMask.Fill<Words4>(Random, 1, 16384, 1 / 0.75f, mask);
            Assert.Equal(expected, mask);
        }

        if (Vector512.IsHardwareAccelerated)
        {
            Array.Clear(mask);
            DropoutMask.Fill<Words8>(Random, 1, 16384, 1 / 0.75f, mask);
            Assert.Equal(expected, mask);
        }
    }

    [Fact]
    public void Nothing_is_written_beyond_the_mask()
    {
        float[] values = [.. Enumerable.Repeat(-7f, 600)];
        Random.FillMask(0, 0.5f, values.AsSpan(100, 300));
        Assert.All(values[..100], value => Assert.Equal(-7, value));
        Assert.DoesNotContain(-7, values[100..400]);
        Assert.All(values[400..], value => Assert.Equal(-7, value));
        Random.FillMask(0, 0.5f, []);
    }

    [Fact]
    public void A_rate_of_0_keeps_everything() => Assert.All(Mask(Random, 0, 0, 300), value => Assert.Equal(1, value));

    [Theory]
    [InlineData(0.00002f)]
    [InlineData(0.05f)]
    [InlineData(0.2f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    [InlineData(0.99999994f)]
    public void The_rate_is_dropped_and_the_rest_scaled(float rate)
    {
        const int Length = 1_000_000;
        float[] mask = Mask(Random, 2, rate, Length);
        Assert.All(mask, value => Assert.True(value == 0 || value == 1 / (1 - rate)));

        // Four standard errors of a binomial fraction and the documented resolution: up to 1/65536 next to a rate of 1.
        double tolerance = (4 * Math.Sqrt(rate * (1 - rate) / Length)) + (1 / 65536.0);
        Assert.InRange(mask.Count(value => value == 0) / (double)Length, rate - tolerance, rate + tolerance);
    }

    [Fact]
    public void Dropped_places_show_no_pattern_within_the_64_values_of_a_group()
    {
        // Every place of a group has its own bits; one that is used twice or misread shows in its count or in a pair.
        const int Groups = 4096;
        float[] mask = Mask(Random, 5, 0.5f, 64 * Groups);
        for (int place = 0; place < 64; place++)
        {
            for (int other = 0; other <= place; other++)
            {
                int both = 0;
                for (int group = 0; group < Groups; group++)
                {
                    both += mask[(64 * group) + place] == 0 && mask[(64 * group) + other] == 0 ? 1 : 0;
                }

                // Five standard errors: the largest of 2080 counts reaches 3.5.
                double probability = place == other ? 0.5 : 0.25;
                double error = Math.Sqrt(Groups * probability * (1 - probability));
                Assert.InRange(both, (Groups * probability) - (5 * error), (Groups * probability) + (5 * error));
            }
        }
    }

    public static TheoryData<DropoutRandom, int> Others => new()
    {
        { Random with { Seed = 43 }, 0 },
        { Random with { Seed = -42 }, 0 },
        { Random with { Step = Random.Step + 1 }, 0 },
        { Random with { Step = Random.Step + (1L << 32) }, 0 },
        { Random, 1 },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Masks_of_other_seeds_steps_and_layers_are_uncorrelated(DropoutRandom other, int layer)
    {
        const int Length = 100_000;
        float[] one = Mask(Random, 0, 0.5f, Length);
        float[] two = Mask(other, layer, 0.5f, Length);

        // Values are 0 or 2, so (value - 1) is a fair sign; the mean of n products has a standard error of 1 / sqrt(n). Also at
        // distances, lest one mask be the other one shifted.
        foreach (int distance in new[] { 0, 1, 2, 16, 32, 64, 256 })
        {
            double correlation = one.Skip(distance).Zip(two, (a, b) => (a - 1) * (b - 1)).Average();
            Assert.InRange(correlation, -4.5 / Math.Sqrt(Length - distance), 4.5 / Math.Sqrt(Length - distance));
        }
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void A_rate_outside_0_to_1_is_refused(float rate)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Mask(Random, 0, rate, 4));
        Assert.Contains("must be at least 0 and less than 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filling_allocates_nothing()
    {
        float[] mask = new float[1000];
        Random.FillMask(0, 0.2f, mask);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int layer = 0; layer < 100; layer++)
        {
            Random.FillMask(layer, 0.2f, mask);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Mask(DropoutRandom random, int layer, float rate, int length)
    {
        float[] mask = new float[length];
        random.FillMask(layer, rate, mask);
        return mask;
    }

    /// <summary>The definition, a value at a time: which 16 bits of which word decide value i.</summary>
    private static float[] Expected(DropoutRandom random, int layer, float rate, int length)
    {
        float[] mask = new float[length];
        for (int i = 0; i < length; i++)
        {
            (int group, int place) = Math.DivRem(i, 64);
            uint counter = (uint)((group * 8) + (place % 16 / 2));
            int word = (place / 32 * 2) + (place % 2);
            Vector128<uint> words = ScalarPhilox.Block(
                Vector128.Create(counter, (uint)layer, (uint)random.Step, (uint)(random.Step >> 32)), (uint)random.Seed, 2);
            uint bits = place % 32 < 16 ? words[word] >> 16 : words[word] & 0xFFFF;
            mask[i] = bits < Math.Round(rate * 65536.0) ? 0 : 1 / (1 - rate);
        }

        return mask;
    }
}
