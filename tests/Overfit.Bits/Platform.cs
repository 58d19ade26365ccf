using System.Runtime;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Overfit.Bits;

/// <summary>What this process computes with: a line for people and tests, since switches can be misspelled.</summary>
internal static class Platform
{
    public static string Description =>
        $"{Width}-bit registers; fused multiply-add in {(Fma.IsSupported ? "hardware" : "software")}; " +
        $"compiled {(JitInfo.GetCompiledMethodCount() > 0 ? "just in time" : "ahead of time")}";

    /// <summary>As the kernels choose them; 0 where there are none and 128 bits are computed one value at a time.</summary>
    private static int Width =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;
}
