using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// Sums over the rows of a register's columns, in four chains, of every fourth row each, so that additions need not wait for
/// each other; the chains do not depend on the register's width.
/// </summary>
internal static unsafe class ColumnSums<TVector, TMask>
    where TVector : unmanaged, IVector<TVector>
    where TMask : struct, ISwitch
{
    /// <summary>Loads all columns, or those that the mask selects.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(float* source, TVector mask) =>
        TMask.IsOn ? TVector.Load(source, mask) : TVector.Load(source);

    /// <summary>Stores all columns, or those that the mask selects.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TVector value, float* destination, TVector mask)
    {
        if (TMask.IsOn)
        {
            value.Store(destination, mask);
        }
        else
        {
            value.Store(destination);
        }
    }

    /// <summary>Sum of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfValues(int rows, nint stride, float* x, TVector mask)
    {
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        int row = 0;
        for (; row <= rows - 4; row += 4)
        {
            s0 += Load(x, mask);
            s1 += Load(x + stride, mask);
            s2 += Load(x + (2 * stride), mask);
            s3 += Load(x + (3 * stride), mask);
            x += 4 * stride;
        }

        for (; row < rows; row++)
        {
            s0 += Load(x, mask);
            x += stride;
        }

        return (s0 + s1) + (s2 + s3);
    }

    /// <summary>Sum of (x - mean)^2. Lanes beyond the columns are 0 - 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfSquares(int rows, nint stride, float* x, TVector mean, TVector mask)
    {
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        int row = 0;
        for (; row <= rows - 4; row += 4)
        {
            s0 = AddSquare(s0, x, mean, mask);
            s1 = AddSquare(s1, x + stride, mean, mask);
            s2 = AddSquare(s2, x + (2 * stride), mean, mask);
            s3 = AddSquare(s3, x + (3 * stride), mean, mask);
            x += 4 * stride;
        }

        for (; row < rows; row++)
        {
            s0 = AddSquare(s0, x, mean, mask);
            x += stride;
        }

        return (s0 + s1) + (s2 + s3);
    }

    /// <summary>Sum of dy, and of (x - mean) * dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfProducts(int rows, nint stride, float* x, float* dy, TVector mean, TVector mask, out TVector values)
    {
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        TVector p0 = TVector.Zero, p1 = TVector.Zero, p2 = TVector.Zero, p3 = TVector.Zero;
        int row = 0;
        for (; row <= rows - 4; row += 4)
        {
            p0 = AddProduct(p0, ref s0, x, dy, mean, mask);
            p1 = AddProduct(p1, ref s1, x + stride, dy + stride, mean, mask);
            p2 = AddProduct(p2, ref s2, x + (2 * stride), dy + (2 * stride), mean, mask);
            p3 = AddProduct(p3, ref s3, x + (3 * stride), dy + (3 * stride), mean, mask);
            x += 4 * stride;
            dy += 4 * stride;
        }

        for (; row < rows; row++)
        {
            p0 = AddProduct(p0, ref s0, x, dy, mean, mask);
            x += stride;
            dy += stride;
        }

        values = (s0 + s1) + (s2 + s3);
        return (p0 + p1) + (p2 + p3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare(TVector sum, float* x, TVector mean, TVector mask)
    {
        TVector centered = Load(x, mask) - mean;
        return TVector.MultiplyAdd(centered, centered, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddProduct(TVector products, ref TVector values, float* x, float* dy, TVector mean, TVector mask)
    {
        TVector value = Load(dy, mask);
        values += value;
        return TVector.MultiplyAdd(Load(x, mask) - mean, value, products);
    }
}
