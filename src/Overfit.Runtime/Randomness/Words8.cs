using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Overfit;

/// <summary>8 words in one 512-bit register.</summary>
internal readonly unsafe struct Words8(Vector512<ulong> value) : IWords<Words8>
{
    private readonly Vector512<ulong> _value = value;

    public static int Count => 8;

    private Vector512<uint> Halves
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value.AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Broadcast(uint value) => new(Vector512.Create(value).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Sequence(uint first) => new(Vector512.Create((ulong)first) + Vector512<ulong>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 operator +(Words8 left, Words8 right) => new((left.Halves + right.Halves).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Xor(Words8 first, Words8 second, Words8 third) => new(first._value ^ second._value ^ third._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Multiply(Words8 left, Words8 right) => new(Avx512F.Multiply(left.Halves, right.Halves));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 High(Words8 products) => new(products._value >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Pack(Words8 first, Words8 second) =>
        new(Vector512.ConditionalSelect(Vector512.Create(0xFFFFFFFFUL), first._value, second._value << 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 ShiftUp16(Words8 halves) => new((halves.Halves << 16).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 SelectAtLeast(Words8 halves, Words8 threshold, Words8 value) =>
        new(Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(halves.Halves, threshold.Halves), value.Halves, Vector512<uint>.Zero).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(uint* destination) => Halves.Store(destination);
}
