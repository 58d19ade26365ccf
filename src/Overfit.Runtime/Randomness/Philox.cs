using System.Runtime.Intrinsics;

namespace Overfit;

/// <summary>
/// Philox4x32-10: a bijection of 128-bit counters, one per 64-bit key, whose images of 0, 1, 2, ... pass every published test
/// of randomness. There is no state to advance, so any number can be drawn first, by any thread.
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011.
/// </summary>
/// <remarks>
/// A key is (seed, purpose) and a counter is (place, stream), all taken as they are and never hashed: two numbers drawn for
/// different ends come from different key and counter pairs by construction.
/// </remarks>
internal static class Philox
{
    /// <summary>
    /// Seven rounds are the fewest that the authors saw pass all tests; ten are their choice, with a margin. Seven would save a
    /// quarter of the time of a dropout mask.
    /// </summary>
    public const int Rounds = 10;

    public const uint Multiplier0 = 0xD2511F53;
    public const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>Added to the key after each round: the golden ratio's fraction.</summary>
    public const uint KeyStep0 = 0x9E3779B9;

    /// <summary>Added to the key after each round: the fraction of the square root of 3.</summary>
    public const uint KeyStep1 = 0xBB67AE85;

    /// <summary>The four words that the key makes of a counter.</summary>
    public static Vector128<uint> Block(Vector128<uint> counter, uint key0, uint key1)
    {
        (uint c0, uint c1, uint c2, uint c3) = (counter[0], counter[1], counter[2], counter[3]);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            (c0, c1) = ((uint)(product1 >> 32) ^ c1 ^ key0, (uint)product1);
            (c2, c3) = ((uint)(product0 >> 32) ^ c3 ^ key1, (uint)product0);
            key0 += KeyStep0;
            key1 += KeyStep1;
        }

        return Vector128.Create(c0, c1, c2, c3);
    }
}
