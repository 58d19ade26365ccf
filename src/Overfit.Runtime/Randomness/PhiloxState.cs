using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>
/// Consecutive counters of <see cref="Philox"/> on their way through the rounds, one per lane: word i of all of them in one
/// register. Words are whole numbers, so the width of a register changes no bit.
/// </summary>
internal struct PhiloxState<TWords>
    where TWords : unmanaged, IWords<TWords>
{
    private TWords _c0;
    private TWords _c1;
    private TWords _c2;
    private TWords _c3;

    /// <summary>The counters whose word 0 is <paramref name="first"/>, <paramref name="first"/> + 1, ...</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhiloxState(uint first, TWords word1, TWords word2, TWords word3)
    {
        _c0 = TWords.Sequence(first);
        _c1 = word1;
        _c2 = word2;
        _c3 = word3;
    }

    /// <summary>Words 0 and 1 of the first counter, then of the second, ...</summary>
    public readonly TWords Words01
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TWords.Pack(_c0, _c1);
    }

    /// <summary>Words 2 and 3 of the first counter, then of the second, ...</summary>
    public readonly TWords Words23
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TWords.Pack(_c2, _c3);
    }

    /// <summary>One of the <see cref="Philox.Rounds"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Round(TWords key0, TWords key1)
    {
        TWords product0 = TWords.Multiply(TWords.Broadcast(Philox.Multiplier0), _c0);
        TWords product1 = TWords.Multiply(TWords.Broadcast(Philox.Multiplier1), _c2);
        _c0 = TWords.Xor(TWords.High(product1), _c1, key0);
        _c1 = product1;
        _c2 = TWords.Xor(TWords.High(product0), _c3, key1);
        _c3 = product0;
    }
}
