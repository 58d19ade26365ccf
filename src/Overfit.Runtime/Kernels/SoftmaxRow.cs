using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// What softmax and its losses do to one row. Rows are often too short to fill a register, so four lanes serve all hardware,
/// and the sum means the same everywhere. For the same reason they are inlined.
/// </summary>
internal static class SoftmaxRow
{
    private const int Lanes = 4;

    /// <summary>The largest value, the same in whatever order they are compared.</summary>
    /// <param name="x">At least one value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(ReadOnlySpan<float> x)
    {
        ref float source = ref MemoryMarshal.GetReference(x);
        float largest = x[0];
        int i = 1;
        if (x.Length >= Lanes)
        {
            Vector128<float> maximum = Vector128.LoadUnsafe(ref source);
            for (i = Lanes; i <= x.Length - Lanes; i += Lanes)
            {
                maximum = Vector128.MaxNative(maximum, Vector128.LoadUnsafe(ref source, (nuint)i));
            }

            largest = Larger(Larger(maximum[0], maximum[1]), Larger(maximum[2], maximum[3]));
        }

        for (; i < x.Length; i++)
        {
            largest = Larger(largest, x[i]);
        }

        return largest;
    }

    /// <summary>shifted = x - the largest x, which is returned; shifted may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Shift(ReadOnlySpan<float> x, Span<float> shifted)
    {
        ref float source = ref MemoryMarshal.GetReference(x);
        ref float target = ref MemoryMarshal.GetReference(shifted[..x.Length]);
        float largest = Largest(x);
        Vector128<float> subtrahend = Vector128.Create(largest);
        int i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
        {
            (Vector128.LoadUnsafe(ref source, (nuint)i) - subtrahend).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            shifted[i] = x[i] - largest;
        }

        return largest;
    }

    /// <summary>The sum of the values, in four chains of doubles and a rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(ReadOnlySpan<float> values)
    {
        ref float source = ref MemoryMarshal.GetReference(values);
        Vector256<double> chains = Vector256<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            chains += Vector256.WidenLower(Vector128.LoadUnsafe(ref source, (nuint)i).ToVector256Unsafe());
        }

        double rest = 0;
        for (; i < values.Length; i++)
        {
            rest += values[i];
        }

        return chains[0] + chains[1] + (chains[2] + chains[3]) + rest;
    }

    /// <summary>Multiplies each value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(Span<float> values, float factor)
    {
        ref float target = ref MemoryMarshal.GetReference(values);
        Vector128<float> factors = Vector128.Create(factor);
        int i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            (Vector128.LoadUnsafe(ref target, (nuint)i) * factors).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    /// <summary>NaN is never larger; what is subtracted from it stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Larger(float left, float right) => left > right ? left : right;
}
