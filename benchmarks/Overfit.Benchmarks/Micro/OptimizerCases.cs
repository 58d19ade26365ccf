namespace Overfit.Benchmarks.Micro;

/// <summary>
/// One step of each optimizer, at the article's number of parameters and where the parameters are in no small cache. The
/// operations are those of the rules in Overfit.Kernels, for one parameter.
/// </summary>
internal static class OptimizerCases
{
    private const int Article = 4_353;
    private const int Large = 1_000_000;

    private static readonly Operations Adam = new(Multiplications: 5, Others: 4, Divisions: 1, Roots: 1);

    public static IReadOnlyList<KernelCase> All { get; } =
    [
        .. Sizes("SGD", new Sgd(), new(Multiplications: 1, Others: 0)),
        .. Sizes("momentum", new Sgd { Momentum = 0.9 }, new(Multiplications: 2, Others: 1)),
        .. Sizes("Nesterov", new Sgd { Momentum = 0.9, Nesterov = true }, new(Multiplications: 3, Others: 1)),
        .. Sizes("RMSprop", new RmsProp(), new(Multiplications: 4, Others: 2, Divisions: 1, Roots: 1)),
        .. Sizes("Adam", new Adam(), Adam),
        .. Sizes("AMSGrad", new Adam { AmsGrad = true }, Adam + new Operations(Multiplications: 0, Others: 1)),
        .. Sizes("AdamW", new AdamW(), Adam),
    ];

    private static IEnumerable<KernelCase> Sizes(string name, Optimizer optimizer, Operations operations) =>
        from count in (int[])[Article, Large]
        select new KernelCase(
            $"{name}, {count:N0}",
            count,
            operations,
            new Streams(Read: 1, Updated: 1 + optimizer.MomentCount, Written: 0),
            () => Prepare(optimizer, count));

    private static Action Prepare(Optimizer optimizer, int count)
    {
        Block parameters = Numbers.Normal(count, seed: 1), gradients = Numbers.Normal(count, seed: 2);
        OptimizerState state = optimizer.CreateState(count);
        return () => optimizer.Update(state, parameters.Span, gradients.Span);
    }
}
