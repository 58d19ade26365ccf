namespace Overfit.Benchmarks.Micro;

/// <summary>Writes what was measured as Markdown tables.</summary>
internal static class KernelTable
{
    public static void Write(IReadOnlyList<VectorRates> widths)
    {
        Console.WriteLine();
        Console.WriteLine("| one core, 10^9 floats a second | peak GFLOP/s | multiply-adds | any instructions | quotients | displacing multiply-adds | roots |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (VectorRates rates in widths)
        {
            Console.WriteLine(
                $"| {32 * rates.Lanes} bits | {rates.PeakGigaflops:0.0} | {rates.MultiplyAdds / 1e9:0.0} | {rates.Mixed / 1e9:0.0} | " +
                $"{rates.Divisions / 1e9:0.00} | {rates.MultiplyAddsPerDivision:0.0} | {rates.Roots / 1e9:0.00} |");
        }
    }

    public static void Write(
        IEnumerable<ProductCase> products, IReadOnlyList<VectorRates> widths, IReadOnlyDictionary<MicroCase, TimedCall> calls)
    {
        Console.WriteLine();
        Console.WriteLine("| product m x n x k | us | +- | GFLOP/s | of the peak | target | |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (ProductCase product in products)
        {
            TimedCall call = calls[product];
            double gigaflops = product.Operations / call.Median / 1e9;
            double share = gigaflops / widths.Single(rates => rates.Lanes == product.Lanes).PeakGigaflops;
            string target = product.Target is { } least ? $"{least:0 %} | {Verdict(share >= least)}" : " | ";
            Console.WriteLine($"| {product.Name} | {Time(call)} | {gigaflops:0.0} | {share:0 %} | {target} |");
        }
    }

    public static void Write(
        IEnumerable<KernelCase> kernels,
        VectorRates rates,
        IReadOnlyDictionary<MicroCase, TimedCall> calls,
        IReadOnlyDictionary<(Streams Streams, int Elements), TimedCall> passes)
    {
        Console.WriteLine();
        Console.WriteLine("| kernel | us | +- | GB/s | bound us | set by | time / bound | target | |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (KernelCase kernel in kernels)
        {
            TimedCall call = calls[kernel];
            Bound bound = Bound.Of(kernel, rates, passes[(kernel.Streams, kernel.Elements)].Median);
            double ratio = call.Median / bound.Seconds;
            double gigabytes = (double)kernel.Elements * kernel.Streams.BytesPerElement / call.Median / 1e9;
            Console.WriteLine(
                $"| {kernel.Name} | {Time(call)} | {gigabytes:0.0} | {bound.Seconds * 1e6:0.000} | {bound.Limit} | {ratio:0.00} | " +
                $"{KernelCase.Target:0.0} | {Verdict(ratio <= KernelCase.Target)} |");
        }
    }

    private static string Time(TimedCall call) => $"{call.Median * 1e6:0.000} | {call.Spread:0 %}";

    private static string Verdict(bool isMet) => isMet ? "met" : "not met";
}
