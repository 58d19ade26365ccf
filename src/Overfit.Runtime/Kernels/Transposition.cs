using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Overfit.Kernels;

/// <summary>Transposes a matrix, so that a product with a transposed right side can walk it row by row.</summary>
internal static unsafe class Transposition
{
    /// <summary>Rows and columns that are transposed in registers.</summary>
    internal const int Tile = 8;

    /// <summary>Floats from which on a team shares the columns: some 7 microseconds of work.</summary>
    private const int SharedFrom = 1 << 16;

    /// <summary>
    /// Floats from one row of the target to the next. Rows whole kilobytes apart meet in a few sets of the first-level cache
    /// and drive each other out; a cache line between them spreads them.
    /// </summary>
    /// <param name="rows">Rows of the source, hence values in a row of the target.</param>
    public static int RowLength(int rows) => rows % 256 == 0 ? rows + CacheLine.Floats : rows;

    /// <summary>
    /// target [columns x rows], its rows <see cref="RowLength"/> apart = source [rows x columns] transposed; a team shares the
    /// columns of large ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Transpose(ThreadTeam team, int rows, int columns, float* source, float* target)
    {
        if (team.Count > 1 && (long)rows * columns >= SharedFrom)
        {
            TranspositionWork work = team.Work<TranspositionWork>();
            work.Rows = rows;
            work.Columns = columns;
            work.Source = source;
            work.Target = target;
            team.Run(work);
        }
        else
        {
            TransposeColumns(0, columns, rows, columns, source, target);
        }
    }

    /// <summary>The columns of source from <paramref name="first"/>, a multiple of 8, to before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void TransposeColumns(int first, int end, int rows, int columns, float* source, float* target)
    {
        nint targetRow = RowLength(rows);
        int lastRow = rows - Tile, lastColumn = end - Tile;
        if (!Avx.IsSupported || lastRow < 0 || end - first < Tile / 2)
        {
            for (int column = first; column < end; column++)
            {
                for (int row = 0; row < rows; row++)
                {
                    target[(column * targetRow) + row] = source[((nint)row * columns) + column];
                }
            }

            return;
        }

        // The last tile of a row or a column begins early enough to be whole, and writes some elements once more.
        if (lastColumn < first)
        {
            for (int row = 0; row < rows; row += Tile)
            {
                nint upper = Math.Min(row, lastRow), right = end - (Tile / 2);
                Transpose8x4(source + (upper * columns) + first, columns, target + (first * targetRow) + upper, targetRow);
                if (right > first)
                {
                    Transpose8x4(source + (upper * columns) + right, columns, target + (right * targetRow) + upper, targetRow);
                }
            }

            return;
        }

        // Along two tiles of rows: the source is read as it lies, and whole cache lines of the target are written.
        for (int row = 0; row < rows; row += 2 * Tile)
        {
            nint upper = Math.Min(row, lastRow), lower = Math.Min(row + Tile, lastRow);
            for (int column = first; column < end; column += Tile)
            {
                nint c = Math.Min(column, lastColumn);
                Transpose8x8(source + (upper * columns) + c, columns, target + (c * targetRow) + upper, targetRow);
                Transpose8x8(source + (lower * columns) + c, columns, target + (c * targetRow) + lower, targetRow);
            }
        }
    }

    /// <summary>Eight rows in pairs, four columns at a time: joining two rows as they are loaded costs no shuffle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose8x8(float* source, nint sourceRow, float* target, nint targetRow)
    {
        Transpose8x4(source, sourceRow, target, targetRow);
        Transpose8x4(source + 4, sourceRow, target + (4 * targetRow), targetRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose8x4(float* source, nint sourceRow, float* target, nint targetRow)
    {
        Quarter(
            Join(source, sourceRow),
            Join(source + sourceRow, sourceRow),
            Join(source + (2 * sourceRow), sourceRow),
            Join(source + (3 * sourceRow), sourceRow),
            out Vector256<float> c0,
            out Vector256<float> c1,
            out Vector256<float> c2,
            out Vector256<float> c3);
        c0.Store(target);
        c1.Store(target + targetRow);
        c2.Store(target + (2 * targetRow));
        c3.Store(target + (3 * targetRow));
    }

    /// <summary>Four floats of a row and of the fourth row behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Join(float* source, nint sourceRow) =>
        Vector256.Create(Vector128.Load(source), Vector128.Load(source + (4 * sourceRow)));

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
