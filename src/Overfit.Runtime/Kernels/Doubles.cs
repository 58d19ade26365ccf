using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>Floats as doubles, four in a register: the same on all hardware, since four lanes are four chains of a sum.</summary>
internal static unsafe class Doubles
{
    public const int Lanes = 4;

    /// <summary>Four floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(float* source) => Of(Vector128.Load(source));

    /// <summary>
    /// One float in the first lane, zeros in the others. As a vector, because the conversion of a scalar waits for whatever its
    /// register was last used for, such as the row before.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadOne(float* source) => Of(Vector128.CreateScalar(*source));

    /// <summary>Rounds four to floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> values, float* destination) =>
        Vector128.Narrow(values.GetLower(), values.GetUpper()).Store(destination);

    /// <summary>Four floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector128<float> values) => Vector256.WidenLower(values.ToVector256Unsafe());

    /// <summary>The sum of the lanes by pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);

    /// <summary>
    /// Copies what is left where a loop takes several at a time. Inlined, as a method that calls nothing keeps its sums in
    /// registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyRest(float* source, nint count, float* destination)
    {
        for (nint i = 0; i < count; i++)
        {
            destination[i] = source[i];
        }
    }
}
