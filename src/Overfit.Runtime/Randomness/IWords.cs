namespace Overfit;

/// <summary>
/// A SIMD register of 32-bit words, each in the low half of a 64-bit lane, as <see cref="PhiloxState{TWords}"/> sees it: what a
/// multiplication of 32-bit words needs and leaves. What the high halves hold means nothing.
/// </summary>
internal unsafe interface IWords<TSelf>
    where TSelf : unmanaged, IWords<TSelf>
{
    /// <summary>Number of words in one register: 8, 4 or 2.</summary>
    static abstract int Count { get; }

    /// <summary>The value in every half of every lane.</summary>
    static abstract TSelf Broadcast(uint value);

    /// <summary><paramref name="first"/> and the numbers that follow it.</summary>
    static abstract TSelf Sequence(uint first);

    /// <summary>Sums of the halves, each wrapping by itself.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Exclusive or of all three.</summary>
    static abstract TSelf Xor(TSelf first, TSelf second, TSelf third);

    /// <summary>The 64-bit products of the words; read as words, they are the products' low halves.</summary>
    static abstract TSelf Multiply(TSelf left, TSelf right);

    /// <summary>The high halves as words.</summary>
    static abstract TSelf High(TSelf products);

    /// <summary>Lane by lane, the word of <paramref name="first"/>, then that of <paramref name="second"/>.</summary>
    static abstract TSelf Pack(TSelf first, TSelf second);

    /// <summary>Both halves shifted up by 16 bits.</summary>
    static abstract TSelf ShiftUp16(TSelf halves);

    /// <summary>Per half: <paramref name="value"/> where it is at least the threshold, compared unsigned, else 0.</summary>
    static abstract TSelf SelectAtLeast(TSelf halves, TSelf threshold, TSelf value);

    /// <summary>Writes twice <see cref="Count"/> halves.</summary>
    void Store(uint* destination);
}
