using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Benchmarks.Probe;

/// <summary>
/// The matrix product of the probe: 12 x 32 floats of the result in registers, 512-bit registers only, columns in multiples of
/// 16, no epilogues.
/// </summary>
internal static unsafe class ProbeProduct
{
    /// <summary>c [m x n] = a . b, or c += a . b; element (i, k) of a is at a[i * aRow + k * aColumn].</summary>
    public static void Run(
        int m, int n, int k, float* a, int aRow, int aColumn, float* b, int bRow, float* c, int cRow, bool accumulate)
    {
        const int Depth = 256;
        for (int k0 = 0; k0 < k; k0 += Depth)
        {
            int depth = Math.Min(Depth, k - k0);
            bool add = accumulate || k0 > 0;
            int j = 0;
            for (; j + 32 <= n; j += 32)
            {
                int i = 0;
                for (; i + 12 <= m; i += 12)
                {
                    Tile12(
                        depth, a + (i * (long)aRow) + (k0 * (long)aColumn), aRow, aColumn, b + (k0 * (long)bRow) + j, bRow,
                        c + (i * (long)cRow) + j, cRow, add);
                }

                for (; i + 4 <= m; i += 4)
                {
                    Tile4(
                        depth, a + (i * (long)aRow) + (k0 * (long)aColumn), aRow, aColumn, b + (k0 * (long)bRow) + j, bRow,
                        c + (i * (long)cRow) + j, cRow, add);
                }

                for (; i < m; i++)
                {
                    Row(
                        depth, a + (i * (long)aRow) + (k0 * (long)aColumn), aColumn, b + (k0 * (long)bRow) + j, bRow,
                        c + (i * (long)cRow) + j, add, vectors: 2);
                }
            }

            for (; j < n; j += 16)
            {
                for (int i = 0; i < m; i++)
                {
                    Row(
                        depth, a + (i * (long)aRow) + (k0 * (long)aColumn), aColumn, b + (k0 * (long)bRow) + j, bRow,
                        c + (i * (long)cRow) + j, add, vectors: 1);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile12(
        int k, float* a, nint aRow, nint aColumn, float* b, nint bRow, float* c, nint cRow, bool add)
    {
        Vector512<float> c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11;
        if (add)
        {
            (c0, d0) = (Vector512.Load(c), Vector512.Load(c + 16));
            (c1, d1) = (Vector512.Load(c + cRow), Vector512.Load(c + cRow + 16));
            (c2, d2) = (Vector512.Load(c + (2 * cRow)), Vector512.Load(c + (2 * cRow) + 16));
            (c3, d3) = (Vector512.Load(c + (3 * cRow)), Vector512.Load(c + (3 * cRow) + 16));
            (c4, d4) = (Vector512.Load(c + (4 * cRow)), Vector512.Load(c + (4 * cRow) + 16));
            (c5, d5) = (Vector512.Load(c + (5 * cRow)), Vector512.Load(c + (5 * cRow) + 16));
            (c6, d6) = (Vector512.Load(c + (6 * cRow)), Vector512.Load(c + (6 * cRow) + 16));
            (c7, d7) = (Vector512.Load(c + (7 * cRow)), Vector512.Load(c + (7 * cRow) + 16));
            (c8, d8) = (Vector512.Load(c + (8 * cRow)), Vector512.Load(c + (8 * cRow) + 16));
            (c9, d9) = (Vector512.Load(c + (9 * cRow)), Vector512.Load(c + (9 * cRow) + 16));
            (c10, d10) = (Vector512.Load(c + (10 * cRow)), Vector512.Load(c + (10 * cRow) + 16));
            (c11, d11) = (Vector512.Load(c + (11 * cRow)), Vector512.Load(c + (11 * cRow) + 16));
        }
        else
        {
            c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = c10 = c11 = Vector512<float>.Zero;
            d0 = d1 = d2 = d3 = d4 = d5 = d6 = d7 = d8 = d9 = d10 = d11 = Vector512<float>.Zero;
        }

        float* a3 = a + (3 * aRow);
        float* a6 = a + (6 * aRow);
        float* a9 = a + (9 * aRow);
        nint aRow2 = 2 * aRow;
        for (int i = 0; i < k; i++)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16);
            Vector512<float> v = Vector512.Create(a[0]);
            c0 = Vector512.FusedMultiplyAdd(v, b0, c0);
            d0 = Vector512.FusedMultiplyAdd(v, b1, d0);
            v = Vector512.Create(a[aRow]);
            c1 = Vector512.FusedMultiplyAdd(v, b0, c1);
            d1 = Vector512.FusedMultiplyAdd(v, b1, d1);
            v = Vector512.Create(a[aRow2]);
            c2 = Vector512.FusedMultiplyAdd(v, b0, c2);
            d2 = Vector512.FusedMultiplyAdd(v, b1, d2);
            v = Vector512.Create(a3[0]);
            c3 = Vector512.FusedMultiplyAdd(v, b0, c3);
            d3 = Vector512.FusedMultiplyAdd(v, b1, d3);
            v = Vector512.Create(a3[aRow]);
            c4 = Vector512.FusedMultiplyAdd(v, b0, c4);
            d4 = Vector512.FusedMultiplyAdd(v, b1, d4);
            v = Vector512.Create(a3[aRow2]);
            c5 = Vector512.FusedMultiplyAdd(v, b0, c5);
            d5 = Vector512.FusedMultiplyAdd(v, b1, d5);
            v = Vector512.Create(a6[0]);
            c6 = Vector512.FusedMultiplyAdd(v, b0, c6);
            d6 = Vector512.FusedMultiplyAdd(v, b1, d6);
            v = Vector512.Create(a6[aRow]);
            c7 = Vector512.FusedMultiplyAdd(v, b0, c7);
            d7 = Vector512.FusedMultiplyAdd(v, b1, d7);
            v = Vector512.Create(a6[aRow2]);
            c8 = Vector512.FusedMultiplyAdd(v, b0, c8);
            d8 = Vector512.FusedMultiplyAdd(v, b1, d8);
            v = Vector512.Create(a9[0]);
            c9 = Vector512.FusedMultiplyAdd(v, b0, c9);
            d9 = Vector512.FusedMultiplyAdd(v, b1, d9);
            v = Vector512.Create(a9[aRow]);
            c10 = Vector512.FusedMultiplyAdd(v, b0, c10);
            d10 = Vector512.FusedMultiplyAdd(v, b1, d10);
            v = Vector512.Create(a9[aRow2]);
            c11 = Vector512.FusedMultiplyAdd(v, b0, c11);
            d11 = Vector512.FusedMultiplyAdd(v, b1, d11);
            b += bRow;
            a += aColumn;
            a3 += aColumn;
            a6 += aColumn;
            a9 += aColumn;
        }

        Store(c, c0, d0);
        Store(c + cRow, c1, d1);
        Store(c + (2 * cRow), c2, d2);
        Store(c + (3 * cRow), c3, d3);
        Store(c + (4 * cRow), c4, d4);
        Store(c + (5 * cRow), c5, d5);
        Store(c + (6 * cRow), c6, d6);
        Store(c + (7 * cRow), c7, d7);
        Store(c + (8 * cRow), c8, d8);
        Store(c + (9 * cRow), c9, d9);
        Store(c + (10 * cRow), c10, d10);
        Store(c + (11 * cRow), c11, d11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4(
        int k, float* a, nint aRow, nint aColumn, float* b, nint bRow, float* c, nint cRow, bool add)
    {
        Vector512<float> c0, c1, c2, c3, d0, d1, d2, d3;
        if (add)
        {
            (c0, d0) = (Vector512.Load(c), Vector512.Load(c + 16));
            (c1, d1) = (Vector512.Load(c + cRow), Vector512.Load(c + cRow + 16));
            (c2, d2) = (Vector512.Load(c + (2 * cRow)), Vector512.Load(c + (2 * cRow) + 16));
            (c3, d3) = (Vector512.Load(c + (3 * cRow)), Vector512.Load(c + (3 * cRow) + 16));
        }
        else
        {
            c0 = c1 = c2 = c3 = d0 = d1 = d2 = d3 = Vector512<float>.Zero;
        }

        nint aRow2 = 2 * aRow, aRow3 = 3 * aRow;
        for (int i = 0; i < k; i++)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16);
            Vector512<float> v = Vector512.Create(a[0]);
            c0 = Vector512.FusedMultiplyAdd(v, b0, c0);
            d0 = Vector512.FusedMultiplyAdd(v, b1, d0);
            v = Vector512.Create(a[aRow]);
            c1 = Vector512.FusedMultiplyAdd(v, b0, c1);
            d1 = Vector512.FusedMultiplyAdd(v, b1, d1);
            v = Vector512.Create(a[aRow2]);
            c2 = Vector512.FusedMultiplyAdd(v, b0, c2);
            d2 = Vector512.FusedMultiplyAdd(v, b1, d2);
            v = Vector512.Create(a[aRow3]);
            c3 = Vector512.FusedMultiplyAdd(v, b0, c3);
            d3 = Vector512.FusedMultiplyAdd(v, b1, d3);
            b += bRow;
            a += aColumn;
        }

        Store(c, c0, d0);
        Store(c + cRow, c1, d1);
        Store(c + (2 * cRow), c2, d2);
        Store(c + (3 * cRow), c3, d3);
    }

    private static void Row(
        int k, float* a, nint aColumn, float* b, nint bRow, float* c, bool add, int vectors)
    {
        for (int v = 0; v < vectors; v++)
        {
            Vector512<float> sum = add ? Vector512.Load(c + (16 * v)) : Vector512<float>.Zero;
            float* bv = b + (16 * v);
            float* ak = a;
            for (int i = 0; i < k; i++)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(*ak), Vector512.Load(bv), sum);
                bv += bRow;
                ak += aColumn;
            }

            sum.Store(c + (16 * v));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> left, Vector512<float> right)
    {
        left.Store(c);
        right.Store(c + 16);
    }
}
