using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>One column of results: right against double, the same bits at every register width.</summary>
public sealed unsafe class DotProductTests
{
    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = [];
            foreach (int m in new[] { 1, 2, 3, 7, 32 })
            {
                foreach (int k in new[] { 1, 3, 4, 7, 8, 13, 16, 17, 30, 64, 100 })
                {
                    sizes.Add(m, k);
                }
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryWidthGivesTheRightSameBits(int m, int k)
    {
        Random random = new((m * 1000) + k);
        float[] a = [.. Enumerable.Range(0, m * k).Select(_ => (random.NextSingle() * 2) - 1)];
        float[] b = [.. Enumerable.Range(0, k).Select(_ => (random.NextSingle() * 2) - 1)];
        float[] narrow = Run<Lanes4>(m, k, a, b);
        for (int row = 0; row < m; row++)
        {
            double sum = 0, magnitude = 0;
            for (int i = 0; i < k; i++)
            {
                sum += (double)a[(row * k) + i] * b[i];
                magnitude += Math.Abs((double)a[(row * k) + i] * b[i]);
            }

            // At most k / 16 + 4 roundings in a chain, each half a unit in the last place of a partial sum.
            double tolerance = ((k / 16) + 5) * magnitude * 6e-8;
            Assert.InRange(narrow[row] - sum, -tolerance, tolerance);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Assert.Equal(narrow, Run<Lanes8>(m, k, a, b));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            Assert.Equal(narrow, Run<Lanes16>(m, k, a, b));
        }
    }

    private static float[] Run<TVector>(int m, int k, float[] a, float[] b)
        where TVector : unmanaged, IVector<TVector>
    {
        float[] y = Fence.Write(new float[m]);
        fixed (float* pa = Fence.Read(a), pb = Fence.Read(b), py = y)
        {
            DotProduct.Multiply<TVector>(m, k, pa, pb, shift: 0, py);
        }

        return Fence.Within(y);
    }
}
