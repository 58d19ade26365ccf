using System.Runtime.CompilerServices;
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
internal static unsafe class Philox
{
    /// <summary>Counters whose words are drawn at once.</summary>
    public const int Group = 8;

    /// <summary>Words of a group.</summary>
    public const int WordsOfGroup = Group * 4;

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

    /// <summary>The words of eight counters: words 0 and 1 of each, then words 2 and 3 of each.</summary>
    /// <param name="first">Words 0 and 1 of the first counter, a multiple of 8; those of the others follow.</param>
    /// <param name="index">Words 2 and 3 of all counters.</param>
    /// <param name="key0">First word of the key.</param>
    /// <param name="key1">Second word of the key.</param>
    /// <param name="words">[32], overwritten.</param>
    public static void Draw(ulong first, ulong index, uint key0, uint key1, Span<uint> words)
    {
        fixed (uint* destination = words[..WordsOfGroup])
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Draw<Words8>(first, index, key0, key1, destination);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Draw<Words4>(first, index, key0, key1, destination);
            }
            else
            {
                Draw<Words2>(first, index, key0, key1, destination);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Draw<TWords>(ulong first, ulong index, uint key0, uint key1, uint* destination)
        where TWords : unmanaged, IWords<TWords>
    {
        TWords word1 = TWords.Broadcast((uint)(first >> 32));
        TWords word2 = TWords.Broadcast((uint)index), word3 = TWords.Broadcast((uint)(index >> 32));
        for (uint counter = 0; counter < Group; counter += (uint)TWords.Count)
        {
            PhiloxState<TWords> state = new((uint)first + counter, word1, word2, word3);
            TWords even = TWords.Broadcast(key0), odd = TWords.Broadcast(key1);
            for (int round = 0; round < Rounds; round++)
            {
                state.Round(even, odd);
                even += TWords.Broadcast(KeyStep0);
                odd += TWords.Broadcast(KeyStep1);
            }

            state.Words01.Store(destination + (2 * counter));
            state.Words23.Store(destination + (2 * Group) + (2 * counter));
        }
    }
}
