using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// A product with one row of results, [1 x k] . [k x n]: the gradient of a layer with one input or one unit, the sum over
/// the rows of a batch, inference of one row. A tile of rows would repeat the one row; instead four registers of columns
/// are summed at once, which keeps enough additions under way.
/// </summary>
internal static unsafe class ProductRow<TVector, TEpilogue>
    where TVector : unmanaged, IVector<TVector>
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply(int n, int depth, in Operands at, TEpilogue epilogue)
    {
        int width = TVector.Count;
        int column = 0;
        for (; column + (4 * width) <= n; column += 4 * width)
        {
            Four(at, depth, column, epilogue);
        }

        for (; column < n; column += width)
        {
            One(at, depth, column, Math.Min(width, n - column), epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(in Operands at, int depth, nint column, TEpilogue epilogue)
    {
        int width = TVector.Count;
        nint aColumn = at.AColumn, bRow = at.BRow;
        float* a = at.A;
        float* b = at.B + column;
        float* c = at.C + column;
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

        epilogue.Finish(c0, 0, column, width).Store(c);
        epilogue.Finish(c1, 0, column + width, width).Store(c + width);
        epilogue.Finish(c2, 0, column + (2 * width), width).Store(c + (2 * width));
        epilogue.Finish(c3, 0, column + (3 * width), width).Store(c + (3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One(in Operands at, int depth, nint column, int lanes, TEpilogue epilogue)
    {
        TVector mask = TVector.Mask(lanes);
        nint aColumn = at.AColumn, bRow = at.BRow;
        float* a = at.A;
        float* b = at.B + column;
        float* c = at.C + column;
        TVector sum = TVector.Zero;
        for (int k = 0; k < depth; k++)
        {
            sum = TVector.MultiplyAdd(TVector.Broadcast(*a), TVector.Load(b, mask), sum);
            a += aColumn;
            b += bRow;
        }

        epilogue.Finish(sum, 0, column, lanes).Store(c, mask);
    }
}
