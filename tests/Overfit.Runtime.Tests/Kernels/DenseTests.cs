using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>
/// A fully connected layer against sums in double: widths of one, of whole registers and of parts of them, each a way of its
/// own through the products.
/// </summary>
public sealed class DenseTests
{
    [Theory]
    [InlineData(1, 3, 100)]
    [InlineData(1, 100, 1)]
    [InlineData(2, 1, 70)]
    [InlineData(5, 7, 1)]
    [InlineData(13, 30, 33)]
    [InlineData(13, 70, 2)]
    [InlineData(32, 64, 16)]
    [InlineData(3, 256, 5)]
    public void BothWaysAreSumsOfProducts(int rows, int inputs, int units)
    {
        float[] x = Values(rows * inputs, 1), kernel = Values(inputs * units, 2), bias = Values(units, 3);

        // Results are overwritten, not added to: what stands there before is not zero.
        float[] dy = Values(rows * units, 4), y = [.. dy], unbiased = [.. dy], dx = [.. x], dKernel = [.. kernel], dBias = [.. bias];
        DenseKernel.Forward<LeakyReLU>(ThreadTeam.Alone, rows, inputs, units, x, kernel, bias, y);
        DenseKernel.Forward<LeakyReLU>(ThreadTeam.Alone, rows, inputs, units, x, kernel, [], unbiased);
        DenseKernel.BackwardParameters(ThreadTeam.Alone, rows, inputs, units, x, dy, dKernel, dBias);
        float[] transposed = new float[units * Transposition.RowLength(inputs)];
        DenseKernel.BackwardInputs<LeakyReLU>(ThreadTeam.Alone, rows, inputs, units, dy, kernel, transposed, x, dx);

        Each(rows, units, y, (row, unit) => Leaky(Sum(inputs, i => At(x, row, i) * At(kernel, i, unit)) + bias[unit]));
        Each(rows, units, unbiased, (row, unit) => Leaky(Sum(inputs, i => At(x, row, i) * At(kernel, i, unit))));
        Each(inputs, units, dKernel, (input, unit) => Sum(rows, row => At(x, row, input) * At(dy, row, unit)));
        Each(1, units, dBias, (_, unit) => Sum(rows, row => At(dy, row, unit)));
        Each(rows, inputs, dx, (row, input) =>
            Sum(units, unit => At(dy, row, unit) * At(kernel, input, unit)) * (At(x, row, input) > 0 ? 1 : 0.2f));

        double At(float[] matrix, int row, int column) =>
            matrix[(row * (ReferenceEquals(matrix, x) ? inputs : units)) + column];
    }

    private static void Each(int rows, int columns, float[] actual, Func<int, int, double> expected)
    {
        for (int i = 0; i < rows * columns; i++)
        {
            // Up to 101 terms of at most 1, and as many partial sums, each rounded by up to 2^-24 of itself.
            Assert.Equal(expected(i / columns, i % columns), actual[i], 101 * 102 / 2.0 / (1 << 24));
        }
    }

    private static double Sum(int terms, Func<int, double> term) => Enumerable.Range(0, terms).Sum(term);

    private static double Leaky(double value) => value > 0 ? value : 0.2f * value;

    private static float[] Values(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextSingle()) - 1)];
    }
}
