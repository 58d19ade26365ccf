using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Environments;

namespace Overfit.Benchmarks.Peers;

/// <summary>Processor, operating system and runtime, in BenchmarkDotNet's words.</summary>
internal static class MachineDescription
{
    public static string Text { get; } = string.Join(
        '\n',
        [
            .. HostEnvironmentInfo.GetCurrent().ToFormattedString(),
            $"{RuntimeInformation.FrameworkDescription}, widest registers in use: {Registers()}",
        ]);

    private static string Registers() =>
        Vector512.IsHardwareAccelerated ? "512 bit" : Vector256.IsHardwareAccelerated ? "256 bit" : "128 bit";
}
