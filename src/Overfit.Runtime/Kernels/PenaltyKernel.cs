using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>What emitted code calls for L1 and L2 penalties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class PenaltyKernel
{
    /// <summary>l1 * sum|w| + l2 * sum w^2, without a half, as in Keras.</summary>
    /// <param name="w">[values].</param>
    /// <param name="l1">Strength, at least 0.</param>
    /// <param name="l2">Strength, at least 0.</param>
    /// <remarks>Sums run in sixteen chains of doubles, added up in a fixed order at every register width.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Value(ReadOnlySpan<float> w, float l1, float l2) => l1 == 0 && l2 == 0 ? 0 : ValueOf(w, l1, l2);

    /// <summary>gradient += l1 * sign(w) + 2 * l2 * w; the sign of 0 is 0.</summary>
    /// <param name="w">[values].</param>
    /// <param name="l1">Strength, at least 0.</param>
    /// <param name="l2">Strength, at least 0.</param>
    /// <param name="gradient">[values], added to.</param>
    /// <remarks>L2 alone, the usual case, is one fused multiply-add a value: it takes as long as memory does.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddGradient(ReadOnlySpan<float> w, float l1, float l2, Span<float> gradient)
    {
        if (l1 != 0)
        {
            ActivityPenaltyKernel.AddGradient<Linear>(w, rows: 1, l1, l2, gradient);
        }
        else if (l2 != 0)
        {
            AddScaled(w, 2 * l2, gradient);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double ValueOf(ReadOnlySpan<float> w, float l1, float l2)
    {
        double penalty = 0;
        fixed (float* pw = w)
        {
            if (l1 != 0)
            {
                penalty += l1 * Sum<AbsoluteValue>(pw, w.Length);
            }

            if (l2 != 0)
            {
                penalty += l2 * Sum<Square>(pw, w.Length);
            }
        }

        return penalty;
    }

    /// <summary>sum += factor * x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddScaled(ReadOnlySpan<float> x, float factor, Span<float> sum)
    {
        fixed (float* px = x, ps = sum[..x.Length])
        {
            if (Vector512.IsHardwareAccelerated)
            {
                AddScaled<Lanes16>(px, factor, ps, x.Length);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                AddScaled<Lanes8>(px, factor, ps, x.Length);
            }
            else
            {
                AddScaled<Lanes4>(px, factor, ps, x.Length);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddScaled<TVector>(float* x, float factor, float* sum, nint length)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector factors = TVector.Broadcast(factor);
        nint i = 0;
        for (; i <= length - TVector.Count; i += TVector.Count)
        {
            TVector.MultiplyAdd(factors, TVector.Load(x + i), TVector.Load(sum + i)).Store(sum + i);
        }

        if (i < length)
        {
            TVector mask = TVector.Mask((int)(length - i));
            TVector.MultiplyAdd(factors, TVector.Load(x + i, mask), TVector.Load(sum + i, mask)).Store(sum + i, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Sum<TTerm>(float* w, int length)
        where TTerm : struct, ITerm
    {
        Vector256<double> first = default, second = default, third = default, fourth = default;
        int i = 0;
        for (; i <= length - 16; i += 16)
        {
            first = TTerm.Add(Four(w + i), first);
            second = TTerm.Add(Four(w + i + 4), second);
            third = TTerm.Add(Four(w + i + 8), third);
            fourth = TTerm.Add(Four(w + i + 12), fourth);
        }

        Vector256<double> low = first + second + (third + fourth);
        double sum = (low[0] + low[1]) + (low[2] + low[3]);
        for (; i < length; i++)
        {
            sum = TTerm.Add(Vector256.CreateScalar((double)w[i]), Vector256.CreateScalar(sum))[0];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(float* w) => Vector256.WidenLower(Vector128.Load(w).ToVector256Unsafe());

    private interface ITerm
    {
        /// <summary>The sum with the term of each value.</summary>
        static abstract Vector256<double> Add(Vector256<double> value, Vector256<double> sum);
    }

    private readonly struct AbsoluteValue : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Add(Vector256<double> value, Vector256<double> sum) => Vector256.Abs(value) + sum;
    }

    private readonly struct Square : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Add(Vector256<double> value, Vector256<double> sum) =>
            Vector256.FusedMultiplyAdd(value, value, sum);
    }
}
