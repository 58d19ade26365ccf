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
                Map<Lanes16, TFunction>(px, py, x.Length);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Map<Lanes8, TFunction>(px, py, x.Length);
            }
            else
            {
                Map<Lanes4, TFunction>(px, py, x.Length);
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
                Map<Lanes16, TFunction>(pl, pr, py, left.Length);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Map<Lanes8, TFunction>(pl, pr, py, left.Length);
            }
            else
            {
                Map<Lanes4, TFunction>(pl, pr, py, left.Length);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Map<TVector, TFunction>(float* x, float* y, nint length)
        where TVector : unmanaged, IVector<TVector>
        where TFunction : struct, IUnaryFunction
    {
        nint i = 0;
        for (; i <= length - TVector.Count; i += TVector.Count)
        {
            TFunction.Apply(TVector.Load(x + i)).Store(y + i);
        }

        if (i < length)
        {
            TVector mask = TVector.Mask((int)(length - i));
            TFunction.Apply(TVector.Load(x + i, mask)).Store(y + i, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Map<TVector, TFunction>(float* left, float* right, float* y, nint length)
        where TVector : unmanaged, IVector<TVector>
        where TFunction : struct, IBinaryFunction
    {
        nint i = 0;
        for (; i <= length - TVector.Count; i += TVector.Count)
        {
            TFunction.Apply(TVector.Load(left + i), TVector.Load(right + i)).Store(y + i);
        }

        if (i < length)
        {
            TVector mask = TVector.Mask((int)(length - i));
            TFunction.Apply(TVector.Load(left + i, mask), TVector.Load(right + i, mask)).Store(y + i, mask);
        }
    }
}
