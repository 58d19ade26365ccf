using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>
/// One run of floats, aligned to 64 bytes, that never moves and starts as zeros. The garbage collector owns it, so there is
/// nothing to dispose and nothing that could be used after it is gone.
/// </summary>
public sealed class Block
{
    /// <summary>The most floats that a block holds: what one array holds, rounded down to leave room for the alignment.</summary>
    internal const int MostFloats = 0x7FFF_0000;

    private readonly float[] _array;
    private readonly int _start;

    /// <summary>Allocates a block of zeros.</summary>
    /// <param name="length">Number of floats, at least 0.</param>
    public Block(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _array = GC.AllocateArray<float>(checked(length + CacheLine.Floats - 1), pinned: true);
        nint address = System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)(-(address / sizeof(float)) & (CacheLine.Floats - 1));
        Length = length;
    }

    private Block(float[] array)
    {
        _array = array;
        Length = array.Length;
    }

    /// <summary>Number of floats.</summary>
    public int Length { get; }

    /// <summary>Who trains the parameters that the block holds.</summary>
    internal Turn Training { get; } = new();

    /// <summary>All floats.</summary>
    public Span<float> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_array, _start, Length);
    }

    /// <summary><paramref name="length"/> floats from <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the block.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> Slice(int start, int length) => Span.Slice(start, length);

    /// <summary>A block that may move and is aligned to nothing: to make one costs little, so it can be thrown away.</summary>
    internal static Block Movable(int length) => new(new float[length]);

    /// <summary>A block of its own with the same values.</summary>
    public Block Copy()
    {
        Block copy = new(Length);
        Span.CopyTo(copy.Span);
        return copy;
    }
}
