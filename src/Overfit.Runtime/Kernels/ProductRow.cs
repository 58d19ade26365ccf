using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// One row of a product, [1 x k] . [k x n]: the gradient of a layer with one input or one unit, the sum over the rows of a
/// batch, inference of one row, the last row of a batch of 13. A tile of rows would repeat the one row; instead up to four
/// registers of columns are summed at once, which keeps additions under way.
/// </summary>
internal static unsafe class ProductRow<TVector, TEpilogue>
    where TVector : unmanaged, IVector<TVector>
    where TEpilogue : struct, IEpilogue
{
    /// <summary>One row of C, finished by the epilogue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply(nint row, int n, int depth, in Operands at, TEpilogue epilogue)
    {
        int width = TVector.Count;
        int column = 0;
        for (; column + (4 * width) <= n; column += 4 * width)
        {
            Four(at, depth, row, column, epilogue);
        }

        for (; n - column > width; column += 2 * width)
        {
            Two(at, depth, row, column, Math.Min(width, n - column - width), epilogue);
        }

        if (column < n)
        {
            One(at, depth, row, column, n - column, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(in Operands at, int depth, nint row, nint column, TEpilogue epilogue)
    {
        int width = TVector.Count;
        nint aColumn = at.AColumn, bRow = at.BRow;
        float* a = at.A + (row * at.ARow);
        float* b = at.B + column;
        float* c = at.C + (row * at.CRow) + column;
        TVector c0 = TVector.Zero;
        TVector c1 = TVector.Zero;
        TVector c2 = TVector.Zero;
        TVector c3 = TVector.Zero;
        for (int k = 0; k < depth; k++)
        {
            TVector factor = TVector.Broadcast(*a);
            c0 = TVector.MultiplyAdd(factor, TVector.Load(b), c0);
            c1 = TVector.MultiplyAdd(factor, TVector.Load(b + width), c1);
            c2 = TVector.MultiplyAdd(factor, TVector.Load(b + (2 * width)), c2);
            c3 = TVector.MultiplyAdd(factor, TVector.Load(b + (3 * width)), c3);
            a += aColumn;
            b += bRow;
        }

        epilogue.Finish(c0, row, column).Store(c);
        epilogue.Finish(c1, row, column + width).Store(c + width);
        epilogue.Finish(c2, row, column + (2 * width)).Store(c + (2 * width));
        epilogue.Finish(c3, row, column + (3 * width)).Store(c + (3 * width));
    }

    /// <summary>Two registers, the second one full or partly used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(in Operands at, int depth, nint row, nint column, int lanes, TEpilogue epilogue)
    {
        int width = TVector.Count;
        TVector mask = TVector.Mask(lanes);
        nint aColumn = at.AColumn, bRow = at.BRow;
        float* a = at.A + (row * at.ARow);
        float* b = at.B + column;
        float* c = at.C + (row * at.CRow) + column;
        TVector c0 = TVector.Zero;
        TVector c1 = TVector.Zero;
        for (int k = 0; k < depth; k++)
        {
            TVector factor = TVector.Broadcast(*a);
            c0 = TVector.MultiplyAdd(factor, TVector.Load(b), c0);
            c1 = TVector.MultiplyAdd(factor, TVector.Load(b + width, mask), c1);
            a += aColumn;
            b += bRow;
        }

        epilogue.Finish(c0, row, column).Store(c);
        epilogue.Finish(c1, row, column + width, mask).Store(c + width, mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One(in Operands at, int depth, nint row, nint column, int lanes, TEpilogue epilogue)
    {
        TVector mask = TVector.Mask(lanes);
        nint aColumn = at.AColumn, bRow = at.BRow;
        float* a = at.A + (row * at.ARow);
        float* b = at.B + column;
        float* c = at.C + (row * at.CRow) + column;
        TVector sum = TVector.Zero;
        for (int k = 0; k < depth; k++)
        {
            sum = TVector.MultiplyAdd(TVector.Broadcast(*a), TVector.Load(b, mask), sum);
            a += aColumn;
            b += bRow;
        }

        epilogue.Finish(sum, row, column, mask).Store(c, mask);
    }
}
