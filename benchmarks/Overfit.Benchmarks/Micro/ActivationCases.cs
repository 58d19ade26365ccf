using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>Each activation and its derivative, on the values of a layer. The operations are those of its formula.</summary>
internal static class ActivationCases
{
    private const int Article = 32 * 64;
    private const int Large = 128 * 512;

    /// <summary>The operations of exp(x) and of exp(x) - 1, as Exponential computes them.</summary>
    internal static readonly Operations Exponential = new(Multiplications: 11, Others: 3);

    private static readonly Operations MinusOne = new(Multiplications: 9, Others: 4);

    /// <summary>exp(x), bounded from above, too, 1 + exp(x), and their quotient.</summary>
    private static readonly Operations Logistic = Exponential + new Operations(0, 2, Divisions: 1);

    /// <summary>
    /// The normal distribution function of a bounded x: x^2 and its rest, the exponential, a polynomial of degree 9, a quotient.
    /// </summary>
    private static readonly Operations Distribution = Exponential + new Operations(16, 5, Divisions: 1);

    public static IReadOnlyList<KernelCase> All { get; } =
    [
        .. Both<ReLU>(forward: new(0, 1), backward: new(0, 2)),
        .. Both<LeakyReLU>(forward: new(1, 2), backward: new(1, 2)),
        .. Both<ELU>(forward: MinusOne + new Operations(0, 2), backward: new(1, 2)),
        .. Both<GELU>(forward: Distribution + new Operations(1, 0), backward: Distribution + new Operations(3, 0)),

        // The derivative needs s and 1 - s, a product and its factor.
        .. Both<SiLU>(forward: Logistic + new Operations(1, 0), backward: Logistic + new Operations(4, 0)),
        .. Both<Tanh>(forward: MinusOne + new Operations(0, 3, Divisions: 1), backward: new(2, 1)),
        .. Both<Sigmoid>(forward: Logistic, backward: new(2, 1)),

        // log(1 + t) is a polynomial of degree 4 in the square of a quotient.
        .. Both<Softplus>(forward: Exponential + new Operations(6, 4, Divisions: 1), backward: MinusOne + new Operations(1, 2)),
    ];

    private static IEnumerable<KernelCase> Both<TActivation>(Operations forward, Operations backward)
        where TActivation : struct, IActivation =>
        from count in (int[])[Article, Large]
        from direction in (KernelCase[])
        [
            new(Name<TActivation>("forward", count), count, forward, new(Read: 1, Updated: 0, Written: 1), () => Forward<TActivation>(count)),
            new(Name<TActivation>("backward", count), count, backward, new(Read: 2, Updated: 0, Written: 1), () => Backward<TActivation>(count)),
        ]
        select direction;

    private static string Name<TActivation>(string direction, int count) =>
        $"{typeof(TActivation).Name} {direction}, {count:N0}";

    private static Action Forward<TActivation>(int count)
        where TActivation : struct, IActivation
    {
        Block x = Numbers.Normal(count, seed: 1), y = new(count);
        return () => TActivation.Forward(x.Span, y.Span);
    }

    private static Action Backward<TActivation>(int count)
        where TActivation : struct, IActivation
    {
        Block x = Numbers.Normal(count, seed: 1), y = new(count), dy = Numbers.Normal(count, seed: 2), dx = new(count);
        TActivation.Forward(x.Span, y.Span);
        return () => TActivation.Backward(x.Span, y.Span, dy.Span, dx.Span);
    }
}
