using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit;

/// <summary>
/// Fills dropout masks from <see cref="Philox"/>, 16 random bits a value. The key is the seed and the purpose; a counter is
/// (number, layer, step), so that a value depends on its index and on nothing that is drawn before it.
/// </summary>
/// <remarks>
/// 8 consecutive counters yield 64 values. The high halves of their words 0 and 1, counter by counter, are values 0 to 15, the
/// low halves 16 to 31; words 2 and 3 yield the other 32 likewise.
/// </remarks>
internal static unsafe class DropoutMask
{
    private const int CountersPerGroup = 8;
    private const int ValuesPerGroup = 64;

    /// <summary>
    /// Groups drawn at once: a round is a chain of dependent steps, and two chains keep the processor busy. Four gain a tenth
    /// with 32 registers but lose a third where there are 16.
    /// </summary>
    private const int GroupsPerPass = 2;

    private const int ValuesPerPass = GroupsPerPass * ValuesPerGroup;

    /// <summary>A value is 0 where its 16 bits are below <paramref name="threshold"/>, else <paramref name="kept"/>.</summary>
    public static void Fill(in DropoutRandom random, int layer, ushort threshold, float kept, Span<float> mask)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Fill<Words8>(random, layer, threshold, kept, mask);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Fill<Words4>(random, layer, threshold, kept, mask);
        }
        else
        {
            Fill<Words2>(random, layer, threshold, kept, mask);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Fill<TWords>(in DropoutRandom random, int layer, ushort threshold, float kept, Span<float> mask)
        where TWords : unmanaged, IWords<TWords>
    {
        TWords least = TWords.Broadcast((uint)threshold << 16);
        TWords value = TWords.Broadcast(BitConverter.SingleToUInt32Bits(kept));
        TWords word1 = TWords.Broadcast((uint)layer);
        TWords word2 = TWords.Broadcast((uint)random.Step);
        TWords word3 = TWords.Broadcast((uint)(random.Step >> 32));
        uint* last = stackalloc uint[ValuesPerPass];
        fixed (float* start = mask)
        {
            for (int done = 0; done < mask.Length; done += ValuesPerPass)
            {
                uint* destination = mask.Length - done < ValuesPerPass ? last : (uint*)(start + done);
                for (int counter = 0; counter < CountersPerGroup; counter += TWords.Count)
                {
                    uint first = (uint)((done / ValuesPerGroup * CountersPerGroup) + counter);
                    PhiloxState<TWords> a = new(first, word1, word2, word3);
                    PhiloxState<TWords> b = new(first + CountersPerGroup, word1, word2, word3);
                    TWords key0 = TWords.Broadcast((uint)random.Seed);
                    TWords key1 = TWords.Broadcast((uint)RandomPurpose.Dropout);
                    for (int round = 0; round < Philox.Rounds; round++)
                    {
                        a.Round(key0, key1);
                        b.Round(key0, key1);
                        key0 += TWords.Broadcast(Philox.KeyStep0);
                        key1 += TWords.Broadcast(Philox.KeyStep1);
                    }

                    uint* at = destination + (2 * counter);
                    Store(a, least, value, at);
                    Store(b, least, value, at + ValuesPerGroup);
                }
            }
        }

        int rest = mask.Length % ValuesPerPass;
        new ReadOnlySpan<float>(last, rest).CopyTo(mask[^rest..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TWords>(in PhiloxState<TWords> state, TWords least, TWords value, uint* destination)
        where TWords : unmanaged, IWords<TWords>
    {
        // A word is compared as it is, so its high half decides; the low half decides once it is shifted up.
        TWords words = state.Words01;
        TWords.SelectAtLeast(words, least, value).Store(destination);
        TWords.SelectAtLeast(TWords.ShiftUp16(words), least, value).Store(destination + 16);
        words = state.Words23;
        TWords.SelectAtLeast(words, least, value).Store(destination + 32);
        TWords.SelectAtLeast(TWords.ShiftUp16(words), least, value).Store(destination + 48);
    }
}
