using System.Runtime.Intrinsics;

namespace Overfit.Tests;

public class PhiloxTests
{
    /// <summary>The lines "philox4x32 10" of Random123's kat_vectors: counter, key, words.</summary>
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers => new()
    {
        {
            [0, 0, 0, 0],
            [0, 0],
            [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]
        },
        {
            [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
            [0xffffffff, 0xffffffff],
            [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]
        },
        {
            [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
            [0xa4093822, 0x299f31d0],
            [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Block_gives_the_known_answers(uint[] counter, uint[] key, uint[] words) =>
        Assert.Equal(Vector128.Create(words), ScalarPhilox.Block(Vector128.Create(counter), key[0], key[1]));

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void State_gives_the_known_answers_at_every_width(uint[] counter, uint[] key, uint[] words)
    {
        foreach (uint[] drawn in new[] { Draw<Words2>(counter, key), DrawWords4(counter, key), DrawWords8(counter, key) })
        {
            Assert.Equal(words, drawn[..4]);
        }
    }

    [Fact]
    public void State_gives_the_words_of_the_paper_in_every_lane_at_every_width()
    {
        RandomStream random = new(1, RandomPurpose.Splitting);
        for (int repetition = 0; repetition < 100; repetition++)
        {
            // The first counter of 100 is so close to 2^32 that the lanes wrap.
            uint first = repetition == 0 ? uint.MaxValue - 2 : random.NextUInt32();
            uint[] counter = [first, random.NextUInt32(), random.NextUInt32(), random.NextUInt32()];
            uint[] key = [random.NextUInt32(), random.NextUInt32()];
            uint[] expected = new uint[8 * 4];
            for (uint lane = 0; lane < 8; lane++)
            {
                Vector128<uint> at = Vector128.Create(counter[0] + lane, counter[1], counter[2], counter[3]);
                ScalarPhilox.Block(at, key[0], key[1]).CopyTo(expected, (int)lane * 4);
            }

            Assert.Equal(expected[..8], Draw<Words2>(counter, key));
            Assert.Equal(expected[..16], DrawWords4(counter, key));
            Assert.Equal(expected, DrawWords8(counter, key));
        }
    }

    /// <summary>Where the processor has no such registers, stands in with the narrower ones, counter by counter.</summary>
    private static uint[] DrawWords4(uint[] counter, uint[] key) => Vector256.IsHardwareAccelerated
        ? Draw<Words4>(counter, key)
        : [.. Draw<Words2>(counter, key), .. Draw<Words2>([counter[0] + 2, .. counter[1..]], key)];

    private static uint[] DrawWords8(uint[] counter, uint[] key) => Vector512.IsHardwareAccelerated
        ? Draw<Words8>(counter, key)
        : [.. DrawWords4(counter, key), .. DrawWords4([counter[0] + 4, .. counter[1..]], key)];

    /// <summary>The four words of the counter, then those of the counters that follow it.</summary>
    private static unsafe uint[] Draw<TWords>(uint[] counter, uint[] key)
        where TWords : unmanaged, IWords<TWords>
    {
        PhiloxState<TWords> state = new(
            counter[0], TWords.Broadcast(counter[1]), TWords.Broadcast(counter[2]), TWords.Broadcast(counter[3]));
        TWords key0 = TWords.Broadcast(key[0]);
        TWords key1 = TWords.Broadcast(key[1]);
        for (int round = 0; round < Philox.Rounds; round++)
        {
            state.Round(key0, key1);
            key0 += TWords.Broadcast(Philox.KeyStep0);
            key1 += TWords.Broadcast(Philox.KeyStep1);
        }

        uint* words01 = stackalloc uint[16];
        uint* words23 = stackalloc uint[16];
        state.Words01.Store(words01);
        state.Words23.Store(words23);
        uint[] words = new uint[4 * TWords.Count];
        for (int lane = 0; lane < TWords.Count; lane++)
        {
            words[4 * lane] = words01[2 * lane];
            words[(4 * lane) + 1] = words01[(2 * lane) + 1];
            words[(4 * lane) + 2] = words23[2 * lane];
            words[(4 * lane) + 3] = words23[(2 * lane) + 1];
        }

        return words;
    }
}
