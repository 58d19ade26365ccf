using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// A product with one column of results, [m x k] . [k]: the outputs of a layer with one unit. Each sum runs in sixteen chains,
/// of every sixteenth term each, at every register width; the chains are added by halves.
/// </summary>
internal static unsafe class DotProduct
{
    /// <summary>y = A . b + shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply(int m, int k, float* a, float* b, float shift, float* y)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply<Lanes16>(m, k, a, b, shift, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Multiply<Lanes8>(m, k, a, b, shift, y);
        }
        else
        {
            Multiply<Lanes4>(m, k, a, b, shift, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Multiply<TVector>(int m, nint k, float* a, float* b, float shift, float* y)
        where TVector : unmanaged, IVector<TVector>
    {
        int row = 0;
        for (; row <= m - 2; row += 2)
        {
            // Two rows at once share the loads of b and wait for each other's additions less.
            Chains<TVector> first = default, second = default;
            nint i = 0;
            for (; i <= k - 16; i += 16)
            {
                first.Add(a + i, b + i);
                second.Add(a + k + i, b + i);
            }

            if (i < k)
            {
                first.Add(a + i, b + i, (int)(k - i));
                second.Add(a + k + i, b + i, (int)(k - i));
            }

            y[row] = first.Sum() + shift;
            y[row + 1] = second.Sum() + shift;
            a += 2 * k;
        }

        if (row < m)
        {
            Chains<TVector> last = default;
            nint i = 0;
            for (; i <= k - 16; i += 16)
            {
                last.Add(a + i, b + i);
            }

            if (i < k)
            {
                last.Add(a + i, b + i, (int)(k - i));
            }

            y[row] = last.Sum() + shift;
        }
    }

    /// <summary>Sixteen chains of additions in one, two or four registers.</summary>
    private struct Chains<TVector>
        where TVector : unmanaged, IVector<TVector>
    {
        private TVector _s0;
        private TVector _s1;
        private TVector _s2;
        private TVector _s3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(float* a, float* b)
        {
            int width = TVector.Count;
            _s0 = TVector.MultiplyAdd(TVector.Load(a), TVector.Load(b), _s0);
            if (width <= 8)
            {
                _s1 = TVector.MultiplyAdd(TVector.Load(a + width), TVector.Load(b + width), _s1);
            }

            if (width == 4)
            {
                _s2 = TVector.MultiplyAdd(TVector.Load(a + 8), TVector.Load(b + 8), _s2);
                _s3 = TVector.MultiplyAdd(TVector.Load(a + 12), TVector.Load(b + 12), _s3);
            }
        }

        /// <summary>The same for the first terms only.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(float* a, float* b, int terms)
        {
            int width = TVector.Count;
            Add(a, b, TVector.Mask(terms), ref _s0);
            if (width <= 8)
            {
                Add(a + width, b + width, TVector.Mask(terms - width), ref _s1);
            }

            if (width == 4)
            {
                Add(a + 8, b + 8, TVector.Mask(terms - 8), ref _s2);
                Add(a + 12, b + 12, TVector.Mask(terms - 12), ref _s3);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly float Sum() => TVector.Count switch
        {
            16 => _s0.Sum(),
            8 => (_s0 + _s1).Sum(),
            _ => ((_s0 + _s2) + (_s1 + _s3)).Sum(),
        };

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Add(float* a, float* b, TVector mask, ref TVector sum) =>
            sum = TVector.MultiplyAdd(TVector.Load(a, mask), TVector.Load(b, mask), sum);
    }
}
