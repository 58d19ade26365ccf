using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Overfit;

/// <summary>4 words in one 256-bit register.</summary>
internal readonly unsafe struct Words4(Vector256<ulong> value) : IWords<Words4>
{
    private readonly Vector256<ulong> _value = value;

    public static int Count => 4;

    private Vector256<uint> Halves
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value.AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 Broadcast(uint value) => new(Vector256.Create(value).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 Sequence(uint first) => new(Vector256.Create((ulong)first) + Vector256<ulong>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 operator +(Words4 left, Words4 right) => new((left.Halves + right.Halves).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 Xor(Words4 first, Words4 second, Words4 third) => new(first._value ^ second._value ^ third._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 Multiply(Words4 left, Words4 right) => new(Avx2.Multiply(left.Halves, right.Halves));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 High(Words4 products) => new(products._value >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 Pack(Words4 first, Words4 second) =>
        new(Vector256.ConditionalSelect(Vector256.Create(0xFFFFFFFFUL), first._value, second._value << 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 ShiftUp16(Words4 halves) => new((halves.Halves << 16).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words4 SelectAtLeast(Words4 halves, Words4 threshold, Words4 value) =>
        new(Vector256.ConditionalSelect(
            Vector256.GreaterThanOrEqual(halves.Halves, threshold.Halves), value.Halves, Vector256<uint>.Zero).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(uint* destination) => Halves.Store(destination);
}
