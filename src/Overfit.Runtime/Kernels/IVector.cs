using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// A SIMD register of floats as the kernels see it: one source serves 512-, 256- and 128-bit hardware. Narrow on purpose;
/// every operation rounds once and means the same at each width, so that the width never changes a result.
/// </summary>
internal unsafe interface IVector<TSelf>
    where TSelf : unmanaged, IVector<TSelf>
{
    /// <summary>
    /// 1.5 * 2^23 + 127: what is added to it is rounded to a whole number n, and the sum's lowest bits are n + 127, the biased
    /// exponent of 2^n, which a shift puts in its place.
    /// </summary>
    const float ExponentShifter = 12583039;

    /// <summary>Number of floats in one register: 16, 8 or 4.</summary>
    static abstract int Count { get; }

    static abstract TSelf Zero { get; }

    static abstract TSelf Broadcast(float value);

    static abstract TSelf Load(float* source);

    /// <summary>Loads the lanes the mask selects; the others are zero and their memory is not touched.</summary>
    static abstract TSelf Load(float* source, TSelf mask);

    /// <summary>All bits set in the first <paramref name="lanes"/> lanes, none in the others.</summary>
    static abstract TSelf Mask(int lanes);

    void Store(float* destination);

    /// <summary>Stores the lanes the mask selects; the others' memory is not touched.</summary>
    void Store(float* destination, TSelf mask);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary><c>left * right + addend</c>, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The larger; <paramref name="right"/> where either is NaN, which is what one instruction does.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller; <paramref name="right"/> where either is NaN.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>-|<paramref name="value"/>|.</summary>
    static abstract TSelf MinusAbsolute(TSelf value);

    static abstract TSelf Sqrt(TSelf value);

    /// <summary>2^n, n from -126 to 127, of the sum of <see cref="ExponentShifter"/> and n; 0 of NaN.</summary>
    static abstract TSelf PowerOfTwo(TSelf shifted);

    /// <summary>Per lane: <paramref name="condition"/> &gt; 0 ? <paramref name="positive"/> : <paramref name="otherwise"/>.</summary>
    static abstract TSelf SelectPositive(TSelf condition, TSelf positive, TSelf otherwise);

    /// <summary>The lanes added by halves, lane i and lane i + Count / 2, and so on down to four.</summary>
    Vector128<float> Fold();
}
