using System.Runtime.CompilerServices;

namespace Overfit.Benchmarks.Peers;

/// <summary>
/// Moves the stack within a cache line. In each process it starts at a random multiple of 16 bytes, and vectors that compiled
/// code keeps on it cross cache lines or do not: small steps take a quarter longer in one process than in the next. Measured
/// at all places, they take the same in every process.
/// </summary>
internal static class StackShift
{
    /// <summary>Places in a cache line of 64 bytes.</summary>
    public const int Places = 4;

    private const int Bytes = 16;

    /// <summary>Calls with the stack moved by so many places.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Call(int places, Func<double> measure)
    {
        Span<byte> room = stackalloc byte[(places + 1) * Bytes];
        room[0] = 1;
        return measure();
    }
}
