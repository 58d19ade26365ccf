namespace Overfit.Benchmarks.Micro;

/// <summary>
/// The least time that a call can take on this core: the slowest of four things that a core does side by side, each at the
/// rate measured in the same minutes.
/// <list type="bullet">
/// <item>multiply-adds: the elements' products and multiply-adds through the units that multiply, and for each quotient as many
/// as it was measured to displace there: a processor that divides in one of these units issues fewer products meanwhile;</item>
/// <item>instructions: these and all others, sums, comparisons, conversions, through all units;</item>
/// <item>divider: quotients and square roots, one behind the other in the one unit that computes them;</item>
/// <item>memory: a pass over as many arrays of the same length that computes nothing.</item>
/// </list>
/// The call itself, the rests of registers and the latency of a chain of dependent sums are not in it: for a few dozen
/// elements it cannot be reached.
/// </summary>
/// <param name="Seconds">The least time.</param>
/// <param name="Limit">Which of the four it is.</param>
internal readonly record struct Bound(double Seconds, string Limit)
{
    /// <summary>The bound of a kernel.</summary>
    /// <param name="kernel">What it computes and touches.</param>
    /// <param name="rates">At the width that it computes with.</param>
    /// <param name="memoryPass">Seconds of the pass over its arrays.</param>
    public static Bound Of(KernelCase kernel, VectorRates rates, double memoryPass)
    {
        (double multiplications, double others, double divisions, double roots) = kernel.Operations;
        Bound[] bounds =
        [
            new(kernel.Elements * (multiplications + (divisions * rates.MultiplyAddsPerDivision)) / rates.MultiplyAdds, "multiply-adds"),
            new(kernel.Elements * (multiplications + others) / rates.Mixed, "instructions"),
            new(kernel.Elements * ((divisions / rates.Divisions) + (roots / rates.Roots)), "divider"),
            new(memoryPass, "memory"),
        ];
        return bounds.MaxBy(static bound => bound.Seconds);
    }
}
