using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>
/// A sequence of random numbers: the same seed, purpose and index give the same numbers on any processor, and where one of the
/// three differs the streams share nothing. Philox4x32-10 of Salmon et al., 2011. Not for use by two threads at once.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "The field's word for a sequence of random numbers.")]
public sealed class RandomStream
{
    private readonly uint _seed;
    private readonly uint _purpose;
    private readonly ulong _index;
    private readonly uint[] _words = new uint[Philox.WordsOfGroup];
    private ulong _counter;
    private int _used = Philox.WordsOfGroup;

    /// <summary>The start of a stream.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="index">Which of the purpose's streams, such as the epoch's number.</param>
    public RandomStream(int seed, RandomPurpose purpose, long index = 0)
    {
        _seed = (uint)seed;
        _purpose = (uint)purpose;
        _index = (ulong)index;
    }

    /// <summary>32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        if (_used == Philox.WordsOfGroup)
        {
            DrawGroup();
        }

        // Counter by counter: its words 0 and 1 are in the first half of the group, its words 2 and 3 in the second.
        int word = _used++;
        return _words[((word & 2) << 3) | ((word & ~3) >> 1) | (word & 1)];
    }

    /// <summary>Uniform in [0, 1): a multiple of 2^-24.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * (1f / (1 << 24));

    /// <summary>Uniform in [0, 1): a multiple of 2^-53.</summary>
    public double NextDouble()
    {
        ulong high = NextUInt32();
        return (((high << 32) | NextUInt32()) >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>
    /// Normal of mean 0 and variance 1. The ratio of uniforms of Kinderman and Monahan, 1977: exact, and the logarithm only
    /// decides whether to draw again, so the last bit of the platform's logarithm does not reach the number.
    /// </summary>
    public double NextNormal()
    {
        const double Width = 0.857763884960706796; // sqrt(2 / e)
        while (true)
        {
            double u = 1 - NextDouble();
            double ratio = Width * ((2 * NextDouble()) - 1) / u;
            if (ratio * ratio <= -4 * Math.Log(u))
            {
                return ratio;
            }
        }
    }

    /// <summary>Uniform in 0, ..., <paramref name="bound"/> - 1, without bias. Lemire, 2019.</summary>
    /// <param name="bound">How many numbers there are to choose from, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is less than 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        uint choices = (uint)bound;
        ulong product = (ulong)NextUInt32() * choices;
        if ((uint)product < choices)
        {
            // Some numbers own one word more than others; it is the one whose product's low half is below 2^32 mod bound.
            uint surplus = (0u - choices) % choices;
            while ((uint)product < surplus)
            {
                product = (ulong)NextUInt32() * choices;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Puts the values in random order, each order equally likely. Fisher and Yates.</summary>
    public void Shuffle(Span<int> values)
    {
        for (int remaining = values.Length; remaining > 1; remaining--)
        {
            int chosen = NextInt32(remaining);
            (values[chosen], values[remaining - 1]) = (values[remaining - 1], values[chosen]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DrawGroup()
    {
        Philox.Draw(_counter, _index, _seed, _purpose, _words);
        _counter += Philox.Group;
        _used = 0;
    }
}
