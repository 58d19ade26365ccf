namespace Overfit;

/// <summary>A stream of random numbers: the same seed, purpose and index give the same numbers.</summary>
internal struct RandomStream
{
    private ulong _state;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="index">Which of the purpose's streams, such as the epoch.</param>
    public RandomStream(int seed, RandomPurpose purpose, long index = 0) =>
        _state = Mix(Mix(Mix((uint)seed) + (ulong)purpose) + (ulong)index);

    /// <summary>Brings the items into a random order, each order equally likely (Fisher and Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            _state += 0x9E3779B97F4A7C15;
            int other = (int)Math.BigMul(Mix(_state), (ulong)i + 1, out _);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
