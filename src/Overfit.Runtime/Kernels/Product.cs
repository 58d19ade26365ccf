using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>The matrix product: walks the result in tiles, the tiles' height and width chosen for the hardware.</summary>
internal static class Product
{
    /// <summary>The most depth walked at once, so that the columns of B that a panel touches stay in a near cache.</summary>
    private const int MostDepth = 512;

    /// <summary>
    /// Multiplications from which on a team shares the rows: half of them must take much longer than the microsecond that
    /// handing over takes. Measured in docs/performance.md.
    /// </summary>
    private const long SharedFrom = 1 << 19;

    /// <summary>Rows of each thread's part below which sharing them would leave tiles unfilled.</summary>
    private const int LeastRowsOfPart = 12;

    /// <summary>C = epilogue(A . B). The rows are shared by the team if there is enough to do; no bit depends on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply<TEpilogue>(ThreadTeam team, int m, int n, int k, in Operands at, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (team.Count > 1 && m >= team.Count * LeastRowsOfPart && (long)m * n * k >= SharedFrom)
        {
            Share(team, m, n, k, at, epilogue);
        }
        else
        {
            MultiplyRows(0, m, n, k, at, epilogue);
        }
    }

    /// <summary>The rows of C from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MultiplyRows<TEpilogue>(int first, int end, int n, int k, in Operands at, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (Vector512.IsHardwareAccelerated)
        {
            MultiplyRows<Lanes16, TEpilogue>(first, end, n, k, at, epilogue);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            MultiplyRows<Lanes8, TEpilogue>(first, end, n, k, at, epilogue);
        }
        else
        {
            MultiplyRows<Lanes4, TEpilogue>(first, end, n, k, at, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void MultiplyRows<TVector, TEpilogue>(int first, int end, int n, int k, in Operands at, TEpilogue epilogue)
        where TVector : unmanaged, IVector<TVector>
        where TEpilogue : struct, IEpilogue
    {
        if (k == 1)
        {
            OuterProduct<TVector, TEpilogue>.Multiply(first, end, n, at, epilogue);
            return;
        }

        // Where the tiles would leave a single row to the last of them, it is done on its own.
        int last = (end - first) % TallestTile<TVector>() is 1 or 5 ? end - 1 : end;
        if (last < end)
        {
            ProductRow<TVector, TEpilogue>.Multiply(last, n, k, at, epilogue);
            if (last == first)
            {
                return;
            }
        }

        int start = 0;
        int blocks = 1 + ((k - 1) / MostDepth);
        int depth = (k + blocks - 1) / blocks;   // alike, since a shallow one takes as long to store as a deep one
        for (; k - start > depth; start += depth)
        {
            Panels<TVector, NoEpilogue>(first, last, 0, n, depth, at.From(start), start > 0, default);
        }

        Panels<TVector, TEpilogue>(first, last, 0, n, k - start, at.From(start), start > 0, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Share<TEpilogue>(ThreadTeam team, int m, int n, int k, in Operands at, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        ProductWork<TEpilogue> work = team.Work<ProductWork<TEpilogue>>();
        work.M = m;
        work.N = n;
        work.K = k;
        work.At = at;
        work.Epilogue = epilogue;
        team.Run(work);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Panels<TVector, TEpilogue>(
        int first, int end, int column, int n, int depth, in Operands at, bool accumulate, TEpilogue epilogue)
        where TVector : unmanaged, IVector<TVector>
        where TEpilogue : struct, IEpilogue
    {
        int width = TVector.Count;
        for (; column + (2 * width) <= n; column += 2 * width)
        {
            Panel<TVector, FullPair, TEpilogue>(first, end, depth, at, accumulate, column, width, epilogue);
        }

        int rest = n - column;
        if (TVector.Count == Lanes16.Count && rest > 0 && rest <= width + (width / 2))
        {
            // In a tile one register wide each sum waits for a broadcast of its own; two half as wide registers share it.
            // Up to half a register more, a third of those costs less than a second whole one.
            Panels<Lanes8, TEpilogue>(first, end, column, n, depth, at, accumulate, epilogue);
        }
        else if (rest > width)
        {
            Panel<TVector, PartialPair, TEpilogue>(first, end, depth, at, accumulate, column, rest - width, epilogue);
        }
        else if (rest > 0)
        {
            Panel<TVector, PartialSingle, TEpilogue>(first, end, depth, at, accumulate, column, rest, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panel<TVector, TPanel, TEpilogue>(
        int first, int end, int depth, in Operands at, bool accumulate, int column, int lanes, TEpilogue epilogue)
        where TVector : unmanaged, IVector<TVector>
        where TPanel : struct, IPanel
        where TEpilogue : struct, IEpilogue
    {
        int row = first;
        int sixes = end - ((end - first) % 6);
        if (TallestTile<TVector>() == 12)
        {
            for (; row + 12 <= end; row += 12)
            {
                ProductTile<TVector, TPanel, TEpilogue>.Rows12(at, depth, accumulate, row, column, lanes, epilogue);
            }

            // Of the rest, six rows at once where that spares a tile of four.
            sixes = (end - row) is 6 or 9 or 10 ? row + 6 : row;
        }

        for (; row < sixes; row += 6)
        {
            ProductTile<TVector, TPanel, TEpilogue>.Rows6(at, depth, accumulate, row, column, lanes, epilogue);
        }

        for (; row < end; row += 4)
        {
            ProductTile<TVector, TPanel, TEpilogue>.Rows4(at, depth, accumulate, row, Math.Min(4, end - row), column, lanes, epilogue);
        }
    }

    /// <summary>Rows of the tallest tile. 512-bit hardware has 32 registers: 24 sums, two columns of B and a broadcast fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TallestTile<TVector>()
        where TVector : unmanaged, IVector<TVector> =>
        Vector512.IsHardwareAccelerated && TVector.Count >= Lanes8.Count ? 12 : 6;
}
