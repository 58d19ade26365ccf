using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// Functions of every value of a span. A value's result depends on nothing but the value: neither on where it stands nor on
/// the register's width.
/// </summary>
internal static unsafe class Elementwise
{
    /// <summary>y = f(x); y may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Map<TFunction>(ReadOnlySpan<float> x, Span<float> y)
        where TFunction : struct, IUnaryFunction
    {
        fixed (float* px = x, py = y[..x.Length])
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Map<Lanes16, TFunction>(px, py, x.Length, in ExponentialConstants.InMemory);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Map<Lanes8, TFunction>(px, py, x.Length, in ExponentialConstants.InMemory);
            }
            else
            {
                Map<Lanes4, TFunction>(px, py, x.Length, in ExponentialConstants.InMemory);
            }
        }
    }

    /// <summary>y = f(left, right); y may be either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Map<TFunction>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> y)
        where TFunction : struct, IBinaryFunction
    {
        fixed (float* pl = left, pr = right[..left.Length], py = y[..left.Length])
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Map<Lanes16, TFunction>(pl, pr, py, left.Length, in ExponentialConstants.InMemory);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Map<Lanes8, TFunction>(pl, pr, py, left.Length, in ExponentialConstants.InMemory);
            }
            else
            {
                Map<Lanes4, TFunction>(pl, pr, py, left.Length, in ExponentialConstants.InMemory);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Map<TVector, TFunction>(float* x, float* y, nint length, in ExponentialConstants constants)
        where TVector : unmanaged, IVector<TVector>
        where TFunction : struct, IUnaryFunction
    {
        ExponentialRegisters<TVector> exp = new(constants);
        nint rest = length % TVector.Count, i = 0, step = TVector.Count;
        if (IsShortlyBehind(x, y))
        {
            (i, step) = (length - rest - step, -step);
        }

        for (nint whole = length - rest; whole > 0; whole -= TVector.Count)
        {
            TFunction.Apply(TVector.Load(x + i), exp).Store(y + i);
            i += step;
        }

        if (rest > 0)
        {
            TVector mask = TVector.Mask((int)rest);
            i = length - rest;
            TFunction.Apply(TVector.Load(x + i, mask), exp).Store(y + i, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Map<TVector, TFunction>(
        float* left, float* right, float* y, nint length, in ExponentialConstants constants)
        where TVector : unmanaged, IVector<TVector>
        where TFunction : struct, IBinaryFunction
    {
        ExponentialRegisters<TVector> exp = new(constants);
        nint rest = length % TVector.Count, i = 0, step = TVector.Count;
        if (IsShortlyBehind(left, y) || IsShortlyBehind(right, y))
        {
            (i, step) = (length - rest - step, -step);
        }

        for (nint whole = length - rest; whole > 0; whole -= TVector.Count)
        {
            TFunction.Apply(TVector.Load(left + i), TVector.Load(right + i), exp).Store(y + i);
            i += step;
        }

        if (rest > 0)
        {
            TVector mask = TVector.Mask((int)rest);
            i = length - rest;
            TFunction.Apply(TVector.Load(left + i, mask), TVector.Load(right + i, mask), exp).Store(y + i, mask);
        }
    }

    /// <summary>
    /// Whether a walk upwards would load from places that agree, in the lowest 12 bits of the address, with those it has just
    /// stored to. A processor compares no more than these bits and a few others at first, and lets such a load wait for the
    /// store, each function for the one before it: six times as slow, in the worst case. A walk downwards meets none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsShortlyBehind(float* x, float* y)
    {
        // What a processor has under way at a time spans less than 16 registers.
        const nuint Page = 4096, Reach = 1024;
        return ((nuint)y - (nuint)x) % Page is > 0 and < Reach;
    }
}
