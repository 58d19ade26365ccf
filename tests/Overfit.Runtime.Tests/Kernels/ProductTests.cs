using System.Runtime.Intrinsics;
using CsCheck;
using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>
/// The product at awkward sizes, in all three register widths: right against a double-precision reference, and the same bits
/// whatever the width and the tile, since every sum adds its terms in the order of the depth with one rounding each.
/// </summary>
public sealed unsafe class ProductTests
{
    private static readonly int[] Awkward = [1, 2, 3, 5, 7, 13, 16, 17, 30, 33, 64, 100];
    private static readonly int[] Depths = [1, 2, 3, 7, 13, 64, 100, 256, 257, 600];

    [Fact]
    public void EverySizeIsRightInEveryWidth() =>
        (from m in Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i])
         from n in Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i])
         from k in Gen.Int[0, Depths.Length - 1].Select(i => Depths[i])
         from transposed in Gen.Bool
         from seed in Gen.Int
         select (m, n, k, transposed, seed)).Sample(Check, iter: 400, threads: 1);

    [Fact]
    public void NothingOutsideTheResultIsWritten()
    {
        // One row of results in the middle of three: the neighbours keep their value in every width.
        float[] a = [1, 2], b = [.. Enumerable.Range(0, 2 * 13).Select(i => (float)i)];
        foreach (Action<float[]> multiply in new Action<float[]>[]
        {
            c => Run<Lanes4>(1, 13, 2, a, 2, 1, b, c, 13),
            c => Run<Lanes8>(1, 13, 2, a, 2, 1, b, c, 13),
            c => Run<Lanes16>(1, 13, 2, a, 2, 1, b, c, 13),
        }.Take(Widths))
        {
            float[] c = [.. Enumerable.Repeat(-1f, 3 * 13)];
            multiply(c);
            Assert.All(c[..13].Concat(c[26..]), value => Assert.Equal(-1f, value));
            Assert.Equal(0f + (2f * 13), c[13]);
        }
    }

    /// <summary>
    /// Each row of each tile, however high and wide, in whole products and in parts of one, with what is the result's own row and
    /// column: expected are the sums, as they are without an epilogue, finished one by one with the same two roundings.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(600)]
    public void EveryTileFinishesItsSums(int k)
    {
        foreach (int m in new[] { 1, 2, 3, 4, 5, 6, 9, 10, 12, 13, 18, 22 })
        {
            foreach (int n in new[] { 1, 3, 4, 6, 8, 13, 16, 20, 29, 32, 33, 56, 63 })
            {
                Action<int, int, int>[] checks = [CheckFinished<Lanes4>, CheckFinished<Lanes8>, CheckFinished<Lanes16>];
                Array.ForEach(checks[..Widths], check => check(m, n, k));
            }
        }
    }

    private static int Widths => 1 + (Vector256.IsHardwareAccelerated ? 1 : 0) + (Vector512.IsHardwareAccelerated ? 1 : 0);

    private static void Check((int M, int N, int K, bool Transposed, int Seed) size)
    {
        (int m, int n, int k, bool transposed, int seed) = size;
        Random random = new(seed);
        float[] a = Uniform(random, m * k), b = Uniform(random, k * n), start = Uniform(random, m * n);
        nint aRow = transposed ? 1 : k, aColumn = transposed ? m : 1;
        float[] first = [.. start];
        Run<Lanes4>(m, n, k, a, aRow, aColumn, b, first, 0);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0, magnitude = 0;
                for (int depth = 0; depth < k; depth++)
                {
                    double term = (double)a[(i * aRow) + (depth * aColumn)] * b[(depth * n) + j];
                    sum += term;
                    magnitude += Math.Abs(term);
                }

                // k roundings, each of at most half a unit in the last place of a partial sum.
                Assert.InRange(first[(i * n) + j] - sum, -magnitude * (k + 1) * 6e-8, magnitude * (k + 1) * 6e-8);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            float[] second = [.. start];
            Run<Lanes8>(m, n, k, a, aRow, aColumn, b, second, 0);
            Assert.Equal(first, second);
        }

        if (Vector512.IsHardwareAccelerated)
        {
            float[] third = [.. start];
            Run<Lanes16>(m, n, k, a, aRow, aColumn, b, third, 0);
            Assert.Equal(first, third);
        }
    }

    private static void CheckFinished<TVector>(int m, int n, int k)
        where TVector : unmanaged, IVector<TVector>
    {
        Random random = new((m * 100) + n);
        float[] a = Uniform(random, m * k), b = Uniform(random, k * n), bias = Uniform(random, n), y = Uniform(random, m * n);
        float[] sums = Finished(default(NoEpilogue));
        fixed (float* pBias = Fence.Read(bias), py = Fence.Read(y))
        {
            AssertEach(Finished(default(ActivationEpilogue<LeakyReLU>)), i => Leaky(sums[i], sums[i]));
            AssertEach(Finished(new BiasEpilogue<Linear>(pBias)), i => sums[i] + bias[i % n]);
            AssertEach(
                Finished(new BiasEpilogue<LeakyReLU>(pBias)), i => Leaky(sums[i] + bias[i % n], sums[i] + bias[i % n]));
            AssertEach(Finished(new DerivativeEpilogue<Linear>(py, n)), i => sums[i]);
            AssertEach(Finished(new DerivativeEpilogue<LeakyReLU>(py, n)), i => Leaky(y[i], sums[i]));
        }

        float[] Finished<TEpilogue>(TEpilogue epilogue)
            where TEpilogue : struct, IEpilogue
        {
            float[] whole = new float[m * n], parts = new float[m * n];
            Run<TVector, TEpilogue>(0, m, n, k, a, k, 1, b, whole, 0, epilogue);
            Run<TVector, TEpilogue>(0, m / 2, n, k, a, k, 1, b, parts, 0, epilogue);
            Run<TVector, TEpilogue>(m / 2, m, n, k, a, k, 1, b, parts, 0, epilogue);
            Assert.Equal(whole, parts);
            return whole;
        }

        static float Leaky(float condition, float value) => condition > 0 ? value : value * 0.2f;

        void AssertEach(float[] actual, Func<int, float> expected) =>
            Assert.Equal(Enumerable.Range(0, m * n).Select(expected), actual);
    }

    private static void Run<TVector>(
        int m, int n, int k, float[] a, nint aRow, nint aColumn, float[] b, float[] c, int cStart)
        where TVector : unmanaged, IVector<TVector> =>
        Run<TVector, NoEpilogue>(0, m, n, k, a, aRow, aColumn, b, c, cStart, default);

    private static void Run<TVector, TEpilogue>(
        int first, int end, int n, int k, float[] a, nint aRow, nint aColumn, float[] b, float[] c, int cStart, TEpilogue epilogue)
        where TVector : unmanaged, IVector<TVector>
        where TEpilogue : struct, IEpilogue
    {
        float[] written = Fence.Write(c);
        fixed (float* pa = Fence.Read(a), pb = Fence.Read(b), pc = written)
        {
            Product.MultiplyRows<TVector, TEpilogue>(
                first, end, n, k, new Operands(pa, aRow, aColumn, pb, n, pc + cStart, n), epilogue);
        }

        Fence.Within(written).CopyTo(c, 0);
    }

    private static float[] Uniform(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() * 2) - 1)];
}
