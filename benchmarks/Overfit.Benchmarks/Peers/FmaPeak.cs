using System.Runtime.Intrinsics;
using Overfit.Benchmarks.Micro;
using Overfit.Kernels;

namespace Overfit.Benchmarks.Peers;

/// <summary>The most one core can do: multiply-adds on the widest registers alone.</summary>
internal static class FmaPeak
{
    /// <summary>Operations a second / 1e9, from a loop of about a millisecond.</summary>
    public static double Gigaflops() =>
        Vector512.IsHardwareAccelerated ? Gigaflops<Lanes16>()
        : Vector256.IsHardwareAccelerated ? Gigaflops<Lanes8>()
        : Gigaflops<Lanes4>();

    private static double Gigaflops<TVector>()
        where TVector : unmanaged, IVector<TVector>
    {
        const int Steps = 200_000;
        Lap lap = new();
        float sum = VectorLoops<TVector>.MultiplyAdds(Steps);
        double nanoseconds = lap.RunningMilliseconds * 1e6;

        // Read, so that the loop cannot be left out.
        return float.IsFinite(sum)
            ? 2.0 * VectorLoops<TVector>.MultiplyAddChains * TVector.Count * Steps / nanoseconds
            : throw new InvalidOperationException($"The peak loop ended with {sum}; it should stay near 1.");
    }
}
