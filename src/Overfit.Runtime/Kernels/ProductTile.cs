using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Overfit.Kernels;

/// <summary>
/// The register tiles of a matrix product. A tile holds its sums in registers while it walks the depth once: per step one
/// or two loads of B, one broadcast of A per row, one fused multiply-add per register. Each sum adds its terms in the order
/// of the depth, whatever the tile and whatever the register's width, so neither changes a bit of the result.
/// </summary>
/// <remarks>
/// Twelve rows unrolled are nearly all that the compiler is willing to inline, and what it calls instead costs more than the
/// sums. So a panel is told by its type: types are compared before anything is inlined, and what is meant for other panels
/// does not count.
/// </remarks>
internal static unsafe class ProductTile<TVector, TPanel, TEpilogue>
    where TVector : unmanaged, IVector<TVector>
    where TPanel : struct, IPanel
    where TEpilogue : struct, IEpilogue
{
    /// <summary>12 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rows12(in Operands at, int depth, bool accumulate, nint row, nint column, int lanes, TEpilogue epilogue)
    {
        TVector mask = TVector.Mask(lanes);
        nint aColumn = at.AColumn, bRow = at.BRow, cRow = at.CRow;
        float* b = at.B + column;
        nint aRow = at.ARow, aRow2 = 2 * aRow;
        float* a = at.A + (row * aRow);
        float* a3 = a + (3 * aRow);
        float* a6 = a3 + (3 * aRow);
        float* a9 = a6 + (3 * aRow);
        float* c = at.C + (row * cRow) + column;

        Begin(c, accumulate, mask, out TVector c0, out TVector d0);
        Begin(c + cRow, accumulate, mask, out TVector c1, out TVector d1);
        Begin(c + (2 * cRow), accumulate, mask, out TVector c2, out TVector d2);
        Begin(c + (3 * cRow), accumulate, mask, out TVector c3, out TVector d3);
        Begin(c + (4 * cRow), accumulate, mask, out TVector c4, out TVector d4);
        Begin(c + (5 * cRow), accumulate, mask, out TVector c5, out TVector d5);
        Begin(c + (6 * cRow), accumulate, mask, out TVector c6, out TVector d6);
        Begin(c + (7 * cRow), accumulate, mask, out TVector c7, out TVector d7);
        Begin(c + (8 * cRow), accumulate, mask, out TVector c8, out TVector d8);
        Begin(c + (9 * cRow), accumulate, mask, out TVector c9, out TVector d9);
        Begin(c + (10 * cRow), accumulate, mask, out TVector c10, out TVector d10);
        Begin(c + (11 * cRow), accumulate, mask, out TVector c11, out TVector d11);

        for (int k = 0; k < depth; k++)
        {
            Load(b, mask, out TVector b0, out TVector b1);
            FetchNextPanel(b);
            Add(TVector.Broadcast(a[0]), b0, b1, ref c0, ref d0);
            Add(TVector.Broadcast(a[aRow]), b0, b1, ref c1, ref d1);
            Add(TVector.Broadcast(a[aRow2]), b0, b1, ref c2, ref d2);
            Add(TVector.Broadcast(a3[0]), b0, b1, ref c3, ref d3);
            Add(TVector.Broadcast(a3[aRow]), b0, b1, ref c4, ref d4);
            Add(TVector.Broadcast(a3[aRow2]), b0, b1, ref c5, ref d5);
            Add(TVector.Broadcast(a6[0]), b0, b1, ref c6, ref d6);
            Add(TVector.Broadcast(a6[aRow]), b0, b1, ref c7, ref d7);
            Add(TVector.Broadcast(a6[aRow2]), b0, b1, ref c8, ref d8);
            Add(TVector.Broadcast(a9[0]), b0, b1, ref c9, ref d9);
            Add(TVector.Broadcast(a9[aRow]), b0, b1, ref c10, ref d10);
            Add(TVector.Broadcast(a9[aRow2]), b0, b1, ref c11, ref d11);
            b += bRow;
            a += aColumn;
            a3 += aColumn;
            a6 += aColumn;
            a9 += aColumn;
        }

        Finish(c, c0, d0, row, column, mask, epilogue);
        Finish(c + cRow, c1, d1, row + 1, column, mask, epilogue);
        Finish(c + (2 * cRow), c2, d2, row + 2, column, mask, epilogue);
        Finish(c + (3 * cRow), c3, d3, row + 3, column, mask, epilogue);
        Finish(c + (4 * cRow), c4, d4, row + 4, column, mask, epilogue);
        Finish(c + (5 * cRow), c5, d5, row + 5, column, mask, epilogue);
        Finish(c + (6 * cRow), c6, d6, row + 6, column, mask, epilogue);
        Finish(c + (7 * cRow), c7, d7, row + 7, column, mask, epilogue);
        Finish(c + (8 * cRow), c8, d8, row + 8, column, mask, epilogue);
        Finish(c + (9 * cRow), c9, d9, row + 9, column, mask, epilogue);
        Finish(c + (10 * cRow), c10, d10, row + 10, column, mask, epilogue);
        Finish(c + (11 * cRow), c11, d11, row + 11, column, mask, epilogue);
    }

    /// <summary>6 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rows6(in Operands at, int depth, bool accumulate, nint row, nint column, int lanes, TEpilogue epilogue)
    {
        TVector mask = TVector.Mask(lanes);
        nint aColumn = at.AColumn, bRow = at.BRow, cRow = at.CRow;
        float* b = at.B + column;
        nint aRow = at.ARow, aRow2 = 2 * aRow;
        float* a = at.A + (row * aRow);
        float* a3 = a + (3 * aRow);
        float* c = at.C + (row * cRow) + column;

        Begin(c, accumulate, mask, out TVector c0, out TVector d0);
        Begin(c + cRow, accumulate, mask, out TVector c1, out TVector d1);
        Begin(c + (2 * cRow), accumulate, mask, out TVector c2, out TVector d2);
        Begin(c + (3 * cRow), accumulate, mask, out TVector c3, out TVector d3);
        Begin(c + (4 * cRow), accumulate, mask, out TVector c4, out TVector d4);
        Begin(c + (5 * cRow), accumulate, mask, out TVector c5, out TVector d5);

        for (int k = 0; k < depth; k++)
        {
            Load(b, mask, out TVector b0, out TVector b1);
            FetchNextPanel(b);
            Add(TVector.Broadcast(a[0]), b0, b1, ref c0, ref d0);
            Add(TVector.Broadcast(a[aRow]), b0, b1, ref c1, ref d1);
            Add(TVector.Broadcast(a[aRow2]), b0, b1, ref c2, ref d2);
            Add(TVector.Broadcast(a3[0]), b0, b1, ref c3, ref d3);
            Add(TVector.Broadcast(a3[aRow]), b0, b1, ref c4, ref d4);
            Add(TVector.Broadcast(a3[aRow2]), b0, b1, ref c5, ref d5);
            b += bRow;
            a += aColumn;
            a3 += aColumn;
        }

        Finish(c, c0, d0, row, column, mask, epilogue);
        Finish(c + cRow, c1, d1, row + 1, column, mask, epilogue);
        Finish(c + (2 * cRow), c2, d2, row + 2, column, mask, epilogue);
        Finish(c + (3 * cRow), c3, d3, row + 3, column, mask, epilogue);
        Finish(c + (4 * cRow), c4, d4, row + 4, column, mask, epilogue);
        Finish(c + (5 * cRow), c5, d5, row + 5, column, mask, epilogue);
    }

    /// <summary>The last two to 4 rows: those beyond <paramref name="rows"/> repeat the last, so that its sums are stored again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rows4(in Operands at, int depth, bool accumulate, nint row, int rows, nint column, int lanes, TEpilogue epilogue)
    {
        TVector mask = TVector.Mask(lanes);
        nint aColumn = at.AColumn, bRow = at.BRow, cRow = at.CRow;
        float* b = at.B + column;
        nint r0 = row;
        nint r1 = row + 1;
        nint r2 = row + Math.Min(2, rows - 1);
        nint r3 = row + Math.Min(3, rows - 1);
        float* a0 = at.A + (r0 * at.ARow);
        float* a1 = at.A + (r1 * at.ARow);
        float* a2 = at.A + (r2 * at.ARow);
        float* a3 = at.A + (r3 * at.ARow);
        float* p0 = at.C + (r0 * cRow) + column;
        float* p1 = at.C + (r1 * cRow) + column;
        float* p2 = at.C + (r2 * cRow) + column;
        float* p3 = at.C + (r3 * cRow) + column;

        Begin(p0, accumulate, mask, out TVector c0, out TVector d0);
        Begin(p1, accumulate, mask, out TVector c1, out TVector d1);
        Begin(p2, accumulate, mask, out TVector c2, out TVector d2);
        Begin(p3, accumulate, mask, out TVector c3, out TVector d3);

        nint offset = 0;
        for (int k = 0; k < depth; k++)
        {
            Load(b, mask, out TVector b0, out TVector b1);
            Add(TVector.Broadcast(a0[offset]), b0, b1, ref c0, ref d0);
            Add(TVector.Broadcast(a1[offset]), b0, b1, ref c1, ref d1);
            Add(TVector.Broadcast(a2[offset]), b0, b1, ref c2, ref d2);
            Add(TVector.Broadcast(a3[offset]), b0, b1, ref c3, ref d3);
            b += bRow;
            offset += aColumn;
        }

        Finish(p0, c0, d0, r0, column, mask, epilogue);
        Finish(p1, c1, d1, r1, column, mask, epilogue);
        Finish(p2, c2, d2, r2, column, mask, epilogue);
        Finish(p3, c3, d3, r3, column, mask, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Begin(float* c, bool accumulate, TVector mask, out TVector first, out TVector second)
    {
        if (accumulate)
        {
            Load(c, mask, out first, out second);
        }
        else
        {
            first = TVector.Zero;
            second = TVector.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(float* source, TVector mask, out TVector first, out TVector second)
    {
        if (typeof(TPanel) == typeof(PartialSingle))
        {
            first = TVector.Load(source, mask);
            second = TVector.Zero;
            return;
        }

        first = TVector.Load(source);
        source += TVector.Count;
        second = typeof(TPanel) == typeof(FullPair) ? TVector.Load(source) : TVector.Load(source, mask);
    }

    /// <summary>
    /// Asks for what the next panel will load from the same row of B. The rows of a wide B stand kilobytes apart, which no
    /// processor foresees; the first tile of a panel would wait for each of them. Nothing is read, so an end may be passed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchNextPanel(float* b)
    {
        if (Sse.IsSupported && typeof(TPanel) == typeof(FullPair))
        {
            Sse.Prefetch1(b + (2 * TVector.Count));
            if (TVector.Count == CacheLine.Floats)
            {
                Sse.Prefetch1(b + (3 * TVector.Count));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector a, TVector b0, TVector b1, ref TVector first, ref TVector second)
    {
        first = TVector.MultiplyAdd(a, b0, first);
        if (typeof(TPanel) != typeof(PartialSingle))
        {
            second = TVector.MultiplyAdd(a, b1, second);
        }
    }

    /// <summary>Finishes the sums of a row while they are in registers, and stores them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(float* c, TVector first, TVector second, nint row, nint column, TVector mask, TEpilogue epilogue)
    {
        if (typeof(TPanel) == typeof(PartialSingle))
        {
            epilogue.Finish(first, row, column, mask).Store(c, mask);
            return;
        }

        epilogue.Finish(first, row, column).Store(c);
        c += TVector.Count;
        column += TVector.Count;
        if (typeof(TPanel) == typeof(FullPair))
        {
            epilogue.Finish(second, row, column).Store(c);
        }
        else
        {
            epilogue.Finish(second, row, column, mask).Store(c, mask);
        }
    }
}
