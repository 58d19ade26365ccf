using System.ComponentModel;
using System.Numerics.Tensors;
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
    /// <remarks>Sums run in eight chains of doubles, added up in a fixed order at every register width.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Value(ReadOnlySpan<float> w, float l1, float l2)
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

    /// <summary>gradient += l1 * sign(w) + 2 * l2 * w; the sign of 0 is 0.</summary>
    /// <param name="w">[values].</param>
    /// <param name="l1">Strength, at least 0.</param>
    /// <param name="l2">Strength, at least 0.</param>
    /// <param name="gradient">[values], added to.</param>
    /// <remarks>L2 alone, the usual case, is one fused multiply-add a value: it takes as long as memory does.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddGradient(ReadOnlySpan<float> w, float l1, float l2, Span<float> gradient)
    {
        if (l1 != 0)
        {
            ActivityPenaltyKernel.AddGradient<Linear>(w, rows: 1, l1, l2, gradient);
        }
        else if (l2 != 0)
        {
            Span<float> sum = gradient[..w.Length];
            TensorPrimitives.FusedMultiplyAdd(w, 2 * l2, sum, sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Sum<TTerm>(float* w, int length)
        where TTerm : struct, ITerm
    {
        Vector256<double> low = default, high = default;
        int i = 0;
        for (; i <= length - 8; i += 8)
        {
            (Vector256<double> first, Vector256<double> second) = Vector256.Widen(Vector256.Load(w + i));
            low += TTerm.Of(first);
            high += TTerm.Of(second);
        }

        low += high;
        double sum = (low[0] + low[1]) + (low[2] + low[3]);
        for (; i < length; i++)
        {
            sum += TTerm.Of(Vector256.CreateScalar((double)w[i]))[0];
        }

        return sum;
    }

    private interface ITerm
    {
        static abstract Vector256<double> Of(Vector256<double> value);
    }

    private readonly struct AbsoluteValue : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> value) => Vector256.Abs(value);
    }

    private readonly struct Square : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> value) => value * value;
    }
}
