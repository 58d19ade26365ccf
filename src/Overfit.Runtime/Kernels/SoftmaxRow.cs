using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// What softmax and its losses do to one row. Rows are often too short to fill a register, so four lanes serve all hardware,
/// and a sum means the same everywhere. For the same reason they are inlined, and branch on nothing but the width: a processor
/// then works on several rows at once.
/// </summary>
internal static unsafe class SoftmaxRow
{
    /// <summary>
    /// The largest value, the same in whatever order they are compared, in all lanes. Any number where one is NaN: what is
    /// subtracted from NaN stays NaN.
    /// </summary>
    /// <param name="x">The row.</param>
    /// <param name="width">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Largest(float* x, nint width)
    {
        Vector128<float> largest = Vector128.Create(x[0]);
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            largest = Vector128.MaxNative(largest, Vector128.Load(x + i));
        }

        for (; i < width; i++)
        {
            largest = Vector128.MaxNative(largest, Vector128.Create(x[i]));
        }

        largest = Vector128.MaxNative(largest, Vector128.Shuffle(largest, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(largest, Vector128.Shuffle(largest, Vector128.Create(1, 0, 3, 2)));
    }

    /// <summary>shifted = x - the largest x, which is returned; shifted may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Shift(float* x, nint width, float* shifted)
    {
        Vector128<float> largest = Largest(x, width);
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            (Vector128.Load(x + i) - largest).Store(shifted + i);
        }

        for (; i < width; i++)
        {
            shifted[i] = x[i] - largest.ToScalar();
        }

        return largest.ToScalar();
    }

    /// <summary>The sum of the values, in four chains of doubles and a rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(float* values, nint width)
    {
        Vector256<double> chains = Vector256<double>.Zero;
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            chains += Doubles.Load(values + i);
        }

        Vector256<double> rest = Vector256<double>.Zero;
        for (; i < width; i++)
        {
            rest += Doubles.LoadOne(values + i);
        }

        return Doubles.Sum(chains) + rest.ToScalar();
    }

    /// <summary>The sum of the products, in four chains of doubles and a rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(float* left, float* right, nint width)
    {
        Vector256<double> chains = Vector256<double>.Zero;
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            chains += Doubles.Load(left + i) * Doubles.Load(right + i);
        }

        Vector256<double> rest = Vector256<double>.Zero;
        for (; i < width; i++)
        {
            rest += Doubles.LoadOne(left + i) * Doubles.LoadOne(right + i);
        }

        return Doubles.Sum(chains) + rest.ToScalar();
    }

    /// <summary>Multiplies each value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(float* values, nint width, float factor)
    {
        Vector128<float> factors = Vector128.Create(factor);
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            (Vector128.Load(values + i) * factors).Store(values + i);
        }

        for (; i < width; i++)
        {
            values[i] *= factor;
        }
    }

    /// <summary>dx = y (dy - dot); dx may be dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient(float* y, float* dy, float dot, nint width, float* dx)
    {
        Vector128<float> subtrahend = Vector128.Create(dot);
        nint i = 0;
        for (; i <= width - Doubles.Lanes; i += Doubles.Lanes)
        {
            (Vector128.Load(y + i) * (Vector128.Load(dy + i) - subtrahend)).Store(dx + i);
        }

        for (; i < width; i++)
        {
            dx[i] = y[i] * (dy[i] - dot);
        }
    }
}
