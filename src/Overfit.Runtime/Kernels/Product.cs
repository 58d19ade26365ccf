using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>The matrix product: walks the result in tiles, the tiles' height and width chosen for the hardware.</summary>
internal static class Product
{
    /// <summary>Depth walked at once, so that the columns of B that a panel touches stay in the first-level cache.</summary>
    private const int DepthBlock = 256;

    /// <summary>C = epilogue(A . B), or epilogue(C + A . B).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply<TEpilogue>(int m, int n, int k, in Operands at, bool accumulate, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply<Lanes16, TEpilogue>(m, n, k, at, accumulate, epilogue);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Multiply<Lanes8, TEpilogue>(m, n, k, at, accumulate, epilogue);
        }
        else
        {
            Multiply<Lanes4, TEpilogue>(m, n, k, at, accumulate, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Multiply<TVector, TEpilogue>(int m, int n, int k, in Operands at, bool accumulate, TEpilogue epilogue)
        where TVector : unmanaged, IVector<TVector>
        where TEpilogue : struct, IEpilogue
    {
        if (m == 1)
        {
            ProductRow<TVector, TEpilogue>.Multiply(n, k, at, accumulate, epilogue);
            return;
        }

        int start = 0;
        for (; k - start > DepthBlock; start += DepthBlock)
        {
            Panels<TVector, NoEpilogue>(m, n, DepthBlock, at.From(start), accumulate || start > 0, default);
        }

        Panels<TVector, TEpilogue>(m, n, k - start, at.From(start), accumulate || start > 0, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Panels<TVector, TEpilogue>(int m, int n, int depth, in Operands at, bool accumulate, TEpilogue epilogue)
        where TVector : unmanaged, IVector<TVector>
        where TEpilogue : struct, IEpilogue
    {
        int width = TVector.Count;
        int column = 0;
        for (; column + (2 * width) <= n; column += 2 * width)
        {
            Panel<TVector, FullPair, TEpilogue>(m, depth, at, accumulate, column, width, epilogue);
        }

        int rest = n - column;
        if (rest > width)
        {
            Panel<TVector, PartialPair, TEpilogue>(m, depth, at, accumulate, column, rest - width, epilogue);
        }
        else if (rest > 0)
        {
            Panel<TVector, PartialSingle, TEpilogue>(m, depth, at, accumulate, column, rest, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panel<TVector, TPanel, TEpilogue>(int m, int depth, in Operands at, bool accumulate, int column, int lanes, TEpilogue epilogue)
        where TVector : unmanaged, IVector<TVector>
        where TPanel : struct, IPanel
        where TEpilogue : struct, IEpilogue
    {
        int row = 0;
        if (TVector.Count == 16)
        {
            // 512-bit hardware has 32 registers: 24 sums, two columns of B and a broadcast fit.
            for (; row + 12 <= m; row += 12)
            {
                ProductTile<TVector, TPanel, TEpilogue>.Rows12(at, depth, accumulate, row, column, lanes, epilogue);
            }
        }
        else
        {
            for (; row + 6 <= m; row += 6)
            {
                ProductTile<TVector, TPanel, TEpilogue>.Rows6(at, depth, accumulate, row, column, lanes, epilogue);
            }
        }

        for (; row < m; row += 4)
        {
            ProductTile<TVector, TPanel, TEpilogue>.Rows4(at, depth, accumulate, row, Math.Min(4, m - row), column, lanes, epilogue);
        }
    }
}
