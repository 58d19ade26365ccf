using System.CommandLine;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Overfit.Benchmarks.Micro;

/// <summary>
/// Times every kernel beside what it could reach, round after round, so that whatever the machine does in a while touches all
/// of them and the rates they are held against.
/// </summary>
internal static class KernelsCommand
{
    private const int Rounds = 31;

    public static Command Create()
    {
        Option<string> filter = new("--filter")
        {
            HelpName = "text",
            Description = "Measures only what has this text in its name.",
            DefaultValueFactory = static _ => "",
        };
        Command command = new("kernels", "Times kernels beside the least they can take, and products beside the peak.") { filter };
        command.SetAction(arguments => Run(arguments.GetValue(filter)!));
        return command;
    }

    private static int Run(string filter)
    {
        if (!Fma.IsSupported && !AdvSimd.IsSupported)
        {
            Console.Error.WriteLine(
                "The bounds need a processor with fused multiply-adds; here they are emulated, in times that depend on the numbers. " +
                "Enable them, or measure with BenchmarkDotNet alone: --filter '*'.");
            return 1;
        }

        ProductCase[] products = [.. ProductCases.All.Where(IsAsked)];
        KernelCase[] kernels = [.. MicroCases.Kernels.Where(IsAsked)];
        if (products.Length + kernels.Length == 0)
        {
            Console.Error.WriteLine($"No kernel has '{filter}' in its name. Without --filter all are measured and named.");
            return 1;
        }

        IReadOnlyList<VectorRates> widths = VectorRates.OfHardware();
        Dictionary<MicroCase, TimedCall> calls = products.Concat<MicroCase>(kernels).ToDictionary(
            static micro => micro, static micro => new TimedCall(micro.Prepare));
        Dictionary<(Streams, int), TimedCall> passes = kernels
            .Select(static kernel => (kernel.Streams, kernel.Elements))
            .Distinct()
            .ToDictionary(static pass => pass, static pass => new TimedCall(() => MemoryPass.Prepare(pass.Streams, pass.Elements)));
        TimedCall[] all = [.. widths.SelectMany(static rates => rates.Calls), .. passes.Values, .. calls.Values];
        WarmUp(all);
        for (int round = 0; round < Rounds; round++)
        {
            foreach (TimedCall call in all)
            {
                call.Sample();
            }
        }

        Console.WriteLine($"Medians of {Rounds} rounds; +- is half the distance between the quartiles.");
        KernelTable.Write(widths);
        if (products.Length > 0)
        {
            KernelTable.Write(products, widths, calls);
        }

        if (kernels.Length > 0)
        {
            KernelTable.Write(kernels, widths[0], calls, passes);
        }

        return 0;

        bool IsAsked(MicroCase micro) => micro.Name.Contains(filter, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Twice, since what was called often enough in the first turn is compiled anew on another thread.</summary>
    private static void WarmUp(TimedCall[] calls)
    {
        const int MillisecondsUntilCompiled = 500;
        foreach (TimedCall call in calls)
        {
            call.WarmUp();
        }

        Thread.Sleep(MillisecondsUntilCompiled);
        foreach (TimedCall call in calls)
        {
            call.WarmUp();
        }
    }
}
