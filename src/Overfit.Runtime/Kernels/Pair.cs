using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>Two registers side by side, as one of twice the width: loops that wait for results have as much to do meanwhile.</summary>
internal readonly unsafe struct Pair<TVector>(TVector lower, TVector upper) : IVector<Pair<TVector>>
    where TVector : unmanaged, IVector<TVector>
{
    private readonly TVector _lower = lower;
    private readonly TVector _upper = upper;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TVector.Count;
    }

    public static Pair<TVector> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(TVector.Zero, TVector.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Broadcast(float value) => new(TVector.Broadcast(value), TVector.Broadcast(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Load(float* source) => new(TVector.Load(source), TVector.Load(source + TVector.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Load(float* source, Pair<TVector> mask) =>
        new(TVector.Load(source, mask._lower), TVector.Load(source + TVector.Count, mask._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Mask(int lanes) => new(TVector.Mask(lanes), TVector.Mask(lanes - TVector.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* destination)
    {
        _lower.Store(destination);
        _upper.Store(destination + TVector.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* destination, Pair<TVector> mask)
    {
        _lower.Store(destination, mask._lower);
        _upper.Store(destination + TVector.Count, mask._upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> operator +(Pair<TVector> left, Pair<TVector> right) =>
        new(left._lower + right._lower, left._upper + right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> operator -(Pair<TVector> left, Pair<TVector> right) =>
        new(left._lower - right._lower, left._upper - right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> operator -(Pair<TVector> value) => new(-value._lower, -value._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> operator *(Pair<TVector> left, Pair<TVector> right) =>
        new(left._lower * right._lower, left._upper * right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> operator /(Pair<TVector> left, Pair<TVector> right) =>
        new(left._lower / right._lower, left._upper / right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> MultiplyAdd(Pair<TVector> left, Pair<TVector> right, Pair<TVector> addend) => new(
        TVector.MultiplyAdd(left._lower, right._lower, addend._lower),
        TVector.MultiplyAdd(left._upper, right._upper, addend._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Max(Pair<TVector> left, Pair<TVector> right) =>
        new(TVector.Max(left._lower, right._lower), TVector.Max(left._upper, right._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Min(Pair<TVector> left, Pair<TVector> right) =>
        new(TVector.Min(left._lower, right._lower), TVector.Min(left._upper, right._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> MinusAbsolute(Pair<TVector> value) =>
        new(TVector.MinusAbsolute(value._lower), TVector.MinusAbsolute(value._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> Sqrt(Pair<TVector> value) => new(TVector.Sqrt(value._lower), TVector.Sqrt(value._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> PowerOfTwo(Pair<TVector> shifted) =>
        new(TVector.PowerOfTwo(shifted._lower), TVector.PowerOfTwo(shifted._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TVector> SelectPositive(Pair<TVector> condition, Pair<TVector> positive, Pair<TVector> otherwise) => new(
        TVector.SelectPositive(condition._lower, positive._lower, otherwise._lower),
        TVector.SelectPositive(condition._upper, positive._upper, otherwise._upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Fold() => (_lower + _upper).Fold();
}
