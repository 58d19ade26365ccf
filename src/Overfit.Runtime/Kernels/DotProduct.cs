using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
        // Four rows at once share the loads of b, and their last sums fill a register.
        int row = 0, fours = Sse.IsSupported ? m & -4 : 0;
        for (; row < fours; row += 4, a += 4 * k)
        {
            float* a1 = a + k, a2 = a1 + k, a3 = a2 + k;
            Chains<TVector> c0 = default, c1 = default, c2 = default, c3 = default;
            nint i = 0;
            for (; i <= k - 16; i += 16)
            {
                c0.Add(a + i, b + i);
                c1.Add(a1 + i, b + i);
                c2.Add(a2 + i, b + i);
                c3.Add(a3 + i, b + i);
            }

            if (i < k)
            {
                int rest = (int)(k - i);
                c0.Add(a + i, b + i, rest);
                c1.Add(a1 + i, b + i, rest);
                c2.Add(a2 + i, b + i, rest);
                c3.Add(a3 + i, b + i, rest);
            }

            (Sums(c0.Fold(), c1.Fold(), c2.Fold(), c3.Fold()) + Vector128.Create(shift)).Store(y + row);
        }

        for (; row < m; row++, a += k)
        {
            Chains<TVector> chains = default;
            nint i = 0;
            for (; i <= k - 16; i += 16)
            {
                chains.Add(a + i, b + i);
            }

            if (i < k)
            {
                chains.Add(a + i, b + i, (int)(k - i));
            }

            Vector128<float> sums = chains.Fold();
            y[row] = (sums[0] + sums[2]) + (sums[1] + sums[3]) + shift;
        }
    }

    /// <summary>Of each row its elements 0 and 2, and 1 and 3, and the two sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sums(Vector128<float> r0, Vector128<float> r1, Vector128<float> r2, Vector128<float> r3)
    {
        Vector128<float> r01 = Sse.MoveLowToHigh(r0, r1) + Sse.MoveHighToLow(r1, r0);
        Vector128<float> r23 = Sse.MoveLowToHigh(r2, r3) + Sse.MoveHighToLow(r3, r2);
        return Sse.Shuffle(r01, r23, 0b10_00_10_00) + Sse.Shuffle(r01, r23, 0b11_01_11_01);
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
        public readonly Vector128<float> Fold() => TVector.Count switch
        {
            16 => _s0.Fold(),
            8 => (_s0 + _s1).Fold(),
            _ => ((_s0 + _s2) + (_s1 + _s3)).Fold(),
        };

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Add(float* a, float* b, TVector mask, ref TVector sum) =>
            sum = TVector.MultiplyAdd(TVector.Load(a, mask), TVector.Load(b, mask), sum);
    }
}
