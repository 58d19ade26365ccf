using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Probe;

namespace Overfit.Benchmarks.Workloads;

/// <summary>The hand-written steps whose times are the units of the training workloads.</summary>
internal static class Units
{
    public static Contender Article { get; } =
        new("probe 1-64-64-1", Arithmetic.Training(32, 1, 64, 64, 1), () => new ArticleProbe());

    public static Contender Tabular { get; } = Perceptron(128, 64, 256, 256, 1);

    public static Contender Image { get; } = Perceptron(128, 784, 512, 512, 10);

    private static Contender Perceptron(int rows, params int[] widths) => new(
        $"probe {string.Join('-', widths)}", Arithmetic.Training(rows, widths), () => new PerceptronProbe(rows, widths));
}
