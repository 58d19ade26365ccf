using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Overfit.Kernels;

/// <summary>Transposes a matrix, so that a product with a transposed right side can walk it row by row.</summary>
internal static unsafe class Transposition
{
    private const int Tile = 8;

    /// <summary>target [columns x rows] = source [rows x columns] transposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Transpose(int rows, int columns, float* source, float* target)
    {
        int fullRows = Avx.IsSupported ? rows & -Tile : 0;
        int fullColumns = columns & -Tile;
        for (int row = 0; row < fullRows; row += Tile)
        {
            for (int column = 0; column < fullColumns; column += Tile)
            {
                Transpose8x8(source + ((nint)row * columns) + column, columns, target + ((nint)column * rows) + row, rows);
            }

            One(row, row + Tile, fullColumns, columns, rows, columns, source, target);
        }

        One(fullRows, rows, 0, columns, rows, columns, source, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One(
        int firstRow, int endRow, int firstColumn, int endColumn, int rows, int columns, float* source, float* target)
    {
        for (int column = firstColumn; column < endColumn; column++)
        {
            for (int row = firstRow; row < endRow; row++)
            {
                target[((nint)column * rows) + row] = source[((nint)row * columns) + column];
            }
        }
    }

    /// <summary>Three rounds of interleaving: pairs, fours, halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose8x8(float* source, nint sourceRow, float* target, nint targetRow)
    {
        Vector256<float> r0 = Vector256.Load(source);
        Vector256<float> r1 = Vector256.Load(source + sourceRow);
        Vector256<float> r2 = Vector256.Load(source + (2 * sourceRow));
        Vector256<float> r3 = Vector256.Load(source + (3 * sourceRow));
        Vector256<float> r4 = Vector256.Load(source + (4 * sourceRow));
        Vector256<float> r5 = Vector256.Load(source + (5 * sourceRow));
        Vector256<float> r6 = Vector256.Load(source + (6 * sourceRow));
        Vector256<float> r7 = Vector256.Load(source + (7 * sourceRow));
        Quarter(r0, r1, r2, r3, out Vector256<float> c0, out Vector256<float> c1, out Vector256<float> c2, out Vector256<float> c3);
        Quarter(r4, r5, r6, r7, out Vector256<float> d0, out Vector256<float> d1, out Vector256<float> d2, out Vector256<float> d3);
        Vector256.Create(c0.GetLower(), d0.GetLower()).Store(target);
        Vector256.Create(c1.GetLower(), d1.GetLower()).Store(target + targetRow);
        Vector256.Create(c2.GetLower(), d2.GetLower()).Store(target + (2 * targetRow));
        Vector256.Create(c3.GetLower(), d3.GetLower()).Store(target + (3 * targetRow));
        Vector256.Create(c0.GetUpper(), d0.GetUpper()).Store(target + (4 * targetRow));
        Vector256.Create(c1.GetUpper(), d1.GetUpper()).Store(target + (5 * targetRow));
        Vector256.Create(c2.GetUpper(), d2.GetUpper()).Store(target + (6 * targetRow));
        Vector256.Create(c3.GetUpper(), d3.GetUpper()).Store(target + (7 * targetRow));
    }

    /// <summary>Transposes the 4 x 4 matrix in the lower halves and the one in the upper halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarter(
        Vector256<float> r0,
        Vector256<float> r1,
        Vector256<float> r2,
        Vector256<float> r3,
        out Vector256<float> c0,
        out Vector256<float> c1,
        out Vector256<float> c2,
        out Vector256<float> c3)
    {
        Vector256<float> low01 = Avx.UnpackLow(r0, r1);
        Vector256<float> high01 = Avx.UnpackHigh(r0, r1);
        Vector256<float> low23 = Avx.UnpackLow(r2, r3);
        Vector256<float> high23 = Avx.UnpackHigh(r2, r3);
        c0 = Avx.Shuffle(low01, low23, 0x44);
        c1 = Avx.Shuffle(low01, low23, 0xEE);
        c2 = Avx.Shuffle(high01, high23, 0x44);
        c3 = Avx.Shuffle(high01, high23, 0xEE);
    }
}
