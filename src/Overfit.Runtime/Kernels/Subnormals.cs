using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Overfit.Kernels;

/// <summary>
/// Numbers less than the smallest normal float, 2^-126. Moments of a unit that has died fade to them and stay there, since what
/// they should still lose rounds to nothing; so do weights under a penalty. Processors calculate with them several times more
/// slowly.
/// </summary>
internal static class Subnormals
{
    /// <summary>Makes them 0; all other numbers, NaN included, stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Flush(Span<float> values)
    {
        Span<Vector512<float>> registers = MemoryMarshal.Cast<float, Vector512<float>>(values);
        foreach (ref Vector512<float> register in registers)
        {
            register = Vector512.ConditionalSelect(Vector512.IsSubnormal(register), Vector512<float>.Zero, register);
        }

        foreach (ref float value in values[(registers.Length * Vector512<float>.Count)..])
        {
            value = float.IsSubnormal(value) ? 0 : value;
        }
    }
}
