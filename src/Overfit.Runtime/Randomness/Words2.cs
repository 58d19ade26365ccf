using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Overfit;

/// <summary>2 words in one 128-bit register.</summary>
internal readonly unsafe struct Words2(Vector128<ulong> value) : IWords<Words2>
{
    private readonly Vector128<ulong> _value = value;

    public static int Count => 2;

    private Vector128<uint> Halves
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value.AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 Broadcast(uint value) => new(Vector128.Create(value).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 Sequence(uint first) => new(Vector128.Create((ulong)first) + Vector128<ulong>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 operator +(Words2 left, Words2 right) => new((left.Halves + right.Halves).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 Xor(Words2 first, Words2 second, Words2 third) => new(first._value ^ second._value ^ third._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 Multiply(Words2 left, Words2 right)
    {
        if (Sse2.IsSupported)
        {
            return new(Sse2.Multiply(left.Halves, right.Halves));
        }

        Vector128<ulong> words = Vector128.Create(0xFFFFFFFFUL);
        return new((left._value & words) * (right._value & words));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 High(Words2 products) => new(products._value >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 Pack(Words2 first, Words2 second) =>
        new(Vector128.ConditionalSelect(Vector128.Create(0xFFFFFFFFUL), first._value, second._value << 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 ShiftUp16(Words2 halves) => new((halves.Halves << 16).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words2 SelectAtLeast(Words2 halves, Words2 threshold, Words2 value) =>
        new(Vector128.ConditionalSelect(
            Vector128.GreaterThanOrEqual(halves.Halves, threshold.Halves), value.Halves, Vector128<uint>.Zero).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(uint* destination) => Halves.Store(destination);
}
