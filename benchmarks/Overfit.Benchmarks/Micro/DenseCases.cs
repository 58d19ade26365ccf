using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>
/// The article's first and last layer, with one input and one unit, on a batch of 32 rows: too narrow for the peak, so that
/// they have a bound like the other kernels. An element is a value of the 32 x 64 matrix that they make or read.
/// </summary>
internal static class DenseCases
{
    private const int Rows = 32;
    private const int Width = 64;
    private const int Count = Rows * Width;

    public static IReadOnlyList<KernelCase> All { get; } =
    [
        new("dense 1 to 64 forward, 32 rows", Count, new(1, 2), new(0, 0, 1), () => Forward<ReLU>(1, Width)),
        new("dense 64 to 1 forward, 32 rows", Count, new(1, 0), new(1, 0, 0), () => Forward<Linear>(Width, 1)),
        new("dense 1 to 64 backward to parameters, 32 rows", Count, new(1, 1), new(1, 0, 0), () => BackwardParameters(1, Width)),
        new("dense 64 to 1 backward to parameters, 32 rows", Count, new(1, 0), new(1, 0, 0), () => BackwardParameters(Width, 1)),
        new("dense 64 to 1 backward to inputs, 32 rows", Count, new(1, 2), new(1, 0, 1), () => BackwardInputs(Width, 1)),
    ];

    private static Action Forward<TActivation>(int inputs, int units)
        where TActivation : struct, IFusedActivation
    {
        Block x = Numbers.Normal(Rows * inputs, seed: 1), kernel = Numbers.Normal(inputs * units, seed: 2);
        Block bias = Numbers.Normal(units, seed: 3), y = new(Rows * units);
        return () => DenseKernel.Forward<TActivation>(ThreadTeam.Alone, Rows, inputs, units, x.Span, kernel.Span, bias.Span, y.Span);
    }

    private static Action BackwardParameters(int inputs, int units)
    {
        Block x = Numbers.Normal(Rows * inputs, seed: 1), dy = Numbers.Normal(Rows * units, seed: 2);
        Block dKernel = new(inputs * units), dBias = new(units);
        return () => DenseKernel.BackwardParameters(ThreadTeam.Alone, Rows, inputs, units, x.Span, dy.Span, dKernel.Span, dBias.Span);
    }

    private static Action BackwardInputs(int inputs, int units)
    {
        Block x = Numbers.Normal(Rows * inputs, seed: 1), kernel = Numbers.Normal(inputs * units, seed: 2);
        Block dy = Numbers.Normal(Rows * units, seed: 3), transposed = new(inputs * units), dx = new(Rows * inputs);
        return () => DenseKernel.BackwardInputs<ReLU>(
            ThreadTeam.Alone, Rows, inputs, units, dy.Span, kernel.Span, transposed.Span, x.Span, dx.Span);
    }
}
