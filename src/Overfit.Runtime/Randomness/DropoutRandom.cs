namespace Overfit;

/// <summary>Names the random numbers of one training step: the same seed and step give the same numbers, in any order.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Step">The step's number, from 0.</param>
public readonly record struct DropoutRandom(int Seed, long Step)
{
    /// <summary>
    /// Fills a mask to multiply with: each value is 0 with probability <paramref name="rate"/>, else 1 / (1 - rate), so that the
    /// expected product is the factor. Value i depends on the seed, the step, the layer and i alone.
    /// </summary>
    /// <param name="layer">The layer's number; each layer has masks of its own.</param>
    /// <param name="rate">
    /// Probability of a 0, in [0, 1). A value is decided by 16 random bits: the probability is the multiple of 1/65536 nearest to
    /// the rate, at most 65535/65536, and so less than 0.000008 away from a rate up to 0.99998.
    /// </param>
    /// <param name="mask">Receives the values; overwritten.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not in [0, 1).</exception>
    public void FillMask(int layer, float rate, Span<float> mask)
    {
        if (!(rate is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(rate), rate, $"A dropout rate of {rate} was given; it must be at least 0 and less than 1.");
        }

        if (rate == 0)
        {
            mask.Fill(1);
            return;
        }

        ushort threshold = (ushort)Math.Min(Math.Round(rate * 65536.0), ushort.MaxValue);
        DropoutMask.Fill(this, layer, threshold, 1 / (1 - rate), mask);
    }
}
