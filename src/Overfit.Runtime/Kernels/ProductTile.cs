using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Overfit.Kernels;

/// <summary>
/// The register tiles of a matrix product. A tile holds its sums in registers while it walks the depth once: per step one
/// or two loads of B, one broadcast of A per row, one fused multiply-add per register. Each sum adds its terms in the order
/// of the depth, whatever the tile and whatever the register's width, so neither changes a bit of the result.
/// </summary>
internal static unsafe class ProductTile<TVector, TPanel, TEpilogue>
    where TVector : unmanaged, IVector<TVector>
    where TPanel : struct, IPanel
    where TEpilogue : struct, IEpilogue
{
    /// <summary>
    /// Whether sums are finished outside the result. What was stored under a mask cannot be loaded before it has reached the
    /// cache, which takes longer than the sums of a shallow tile.
    /// </summary>
    private static bool FinishesApart
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TPanel.IsPartial && !TEpilogue.IsIdentity;
    }

    /// <summary>12 rows.</summary>
    [SkipLocalsInit]
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
        Sums sums;
        float* t = FinishesApart ? sums.Values : c;
        nint tRow = FinishesApart ? 2 * TVector.Count : cRow;

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

        Keep(t, c0, d0, mask);
        Keep(t + tRow, c1, d1, mask);
        Keep(t + (2 * tRow), c2, d2, mask);
        Keep(t + (3 * tRow), c3, d3, mask);
        Keep(t + (4 * tRow), c4, d4, mask);
        Keep(t + (5 * tRow), c5, d5, mask);
        Keep(t + (6 * tRow), c6, d6, mask);
        Keep(t + (7 * tRow), c7, d7, mask);
        Keep(t + (8 * tRow), c8, d8, mask);
        Keep(t + (9 * tRow), c9, d9, mask);
        Keep(t + (10 * tRow), c10, d10, mask);
        Keep(t + (11 * tRow), c11, d11, mask);
        Finish(t, tRow, c, cRow, row, 12, column, lanes, mask, epilogue);
    }

    /// <summary>6 rows.</summary>
    [SkipLocalsInit]
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
        Sums sums;
        float* t = FinishesApart ? sums.Values : c;
        nint tRow = FinishesApart ? 2 * TVector.Count : cRow;

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

        Keep(t, c0, d0, mask);
        Keep(t + tRow, c1, d1, mask);
        Keep(t + (2 * tRow), c2, d2, mask);
        Keep(t + (3 * tRow), c3, d3, mask);
        Keep(t + (4 * tRow), c4, d4, mask);
        Keep(t + (5 * tRow), c5, d5, mask);
        Finish(t, tRow, c, cRow, row, 6, column, lanes, mask, epilogue);
    }

    /// <summary>The last two to 4 rows: those beyond <paramref name="rows"/> repeat the last, so that its sums are stored twice.</summary>
    [SkipLocalsInit]
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
        Sums sums;
        float* t = FinishesApart ? sums.Values : p0;
        nint tRow = FinishesApart ? 2 * TVector.Count : cRow;

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

        Keep(t, c0, d0, mask);
        Keep(t + ((r1 - r0) * tRow), c1, d1, mask);
        Keep(t + ((r2 - r0) * tRow), c2, d2, mask);
        Keep(t + ((r3 - r0) * tRow), c3, d3, mask);
        Finish(t, tRow, p0, cRow, row, rows, column, lanes, mask, epilogue);
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
        if (TPanel.IsPair)
        {
            first = TVector.Load(source);
            second = TPanel.IsPartial ? TVector.Load(source + TVector.Count, mask) : TVector.Load(source + TVector.Count);
        }
        else
        {
            first = TVector.Load(source, mask);
            second = TVector.Zero;
        }
    }

    /// <summary>
    /// Asks for what the next panel will load from the same row of B. The rows of a wide B stand kilobytes apart, which no
    /// processor foresees; the first tile of a panel would wait for each of them. Nothing is read, so an end may be passed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchNextPanel(float* b)
    {
        if (Sse.IsSupported && TPanel.IsPair && !TPanel.IsPartial)
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
        if (TPanel.IsPair)
        {
            second = TVector.MultiplyAdd(a, b1, second);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, TVector first, TVector second, TVector mask)
    {
        if (!TPanel.IsPair)
        {
            first.Store(c, mask);
            return;
        }

        first.Store(c);
        if (TPanel.IsPartial)
        {
            second.Store(c + TVector.Count, mask);
        }
        else
        {
            second.Store(c + TVector.Count);
        }
    }

    /// <summary>Stores a row's sums where they are finished.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(float* sums, TVector first, TVector second, TVector mask)
    {
        if (!FinishesApart)
        {
            Store(sums, first, second, mask);
            return;
        }

        first.Store(sums);
        if (TPanel.IsPair)
        {
            second.Store(sums + TVector.Count);
        }
    }

    /// <summary>
    /// Passes over the tile once more while it is in the first-level cache. Finishing the sums before they are stored would
    /// spare that, but unrolled twelve times it is more than the compiler inlines, and what it calls instead costs more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(
        float* sums, nint stride, float* c, nint cRow, nint row, int rows, nint column, int lanes, TVector mask, TEpilogue epilogue)
    {
        if (TEpilogue.IsIdentity)
        {
            return;
        }

        for (nint end = row + rows; row < end; row++, sums += stride, c += cRow)
        {
            TVector first = epilogue.Finish(TVector.Load(sums), row, column, TPanel.IsPair ? TVector.Count : lanes);
            TVector second = TPanel.IsPair
                ? epilogue.Finish(
                    TVector.Load(sums + TVector.Count), row, column + TVector.Count, TPanel.IsPartial ? lanes : TVector.Count)
                : TVector.Zero;
            Store(c, first, second, mask);
        }
    }

    /// <summary>The sums of a tile, each row in whole registers.</summary>
    private struct Sums
    {
        public fixed float Values[12 * 2 * 16];
    }
}
