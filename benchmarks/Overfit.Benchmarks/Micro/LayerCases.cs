using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>What layers compute that is neither a product nor an activation of single values.</summary>
internal static class LayerCases
{
    public static IReadOnlyList<KernelCase> All { get; } =
    [
        .. Softmaxes(32, 10),
        .. Softmaxes(4_096, 10),
        .. Softmaxes(128, 256),
        DropoutMask(32 * 64),
        DropoutMask(128 * 512),
        .. BatchNormalizations(32, 64),
        .. BatchNormalizations(128, 512),
    ];

    private static string Named(string name, int rows, int width) => $"{name}, {rows:N0} x {width}";

    /// <summary>
    /// Forward: the largest, the difference, its exponential, the sum in double (a conversion and a sum of twice as many
    /// registers), the factor. Backward: a dot product in double (two conversions, a product and a sum), a difference, a product.
    /// That values of a row lie side by side, and must be brought together across lanes, is not in it.
    /// </summary>
    private static KernelCase[] Softmaxes(int rows, int classes)
    {
        int count = rows * classes;
        Operations forward = ActivationCases.Exponential + new Operations(1, 6, Divisions: 2.0 / classes);
        return
        [
            new(Named("softmax forward", rows, classes), count, forward, new(1, 0, 1), () =>
            {
                Block x = Numbers.Normal(count, seed: 1), y = new(count);
                return () => Softmax.Forward(rows, classes, x.Span, y.Span);
            }),
            new(Named("softmax backward", rows, classes), count, new(3, 7), new(2, 0, 1), () =>
            {
                Block y = Numbers.Normal(count, seed: 1), dy = Numbers.Normal(count, seed: 2), dx = new(count);
                Softmax.Forward(rows, classes, y.Span, y.Span);
                return () => Softmax.Backward(rows, classes, y.Span, dy.Span, dx.Span);
            }),
        ];
    }

    /// <summary>
    /// Eight counters in a register of 64-bit lanes give 64 values in ten rounds of two products, two shifts, two exclusive ors
    /// of three and half of the two sums that move the key on; then two shifts and two selections pack, two shifts, four
    /// comparisons and four selections decide. That is 20 products and 64 others for four registers of values.
    /// </summary>
    private static KernelCase DropoutMask(int count) => new(
        $"dropout mask, {count:N0}",
        count,
        new(20.0 / 4, 64.0 / 4),
        new(Read: 0, Updated: 0, Written: 1),
        () =>
        {
            Block mask = new(count);
            long step = 0;
            return () => new DropoutRandom(Seed: 1, step++).FillMask(0, 0.2f, mask.Span);
        });

    /// <summary>
    /// Forward: a sum for the mean, a difference and its square for the variance, a multiply-add for the result; two quotients,
    /// a reciprocal and a root for each feature. Backward: two sums, then two differences, a multiply-add and a product for dx; two
    /// quotients for each feature.
    /// </summary>
    private static KernelCase[] BatchNormalizations(int rows, int features)
    {
        int count = rows * features;
        Operations forward = new(2, 2, Divisions: 3.0 / rows, Roots: 1.0 / rows);
        Operations backward = new(3, 4, Divisions: 2.0 / rows);
        return
        [
            new(Named("batch normalization forward", rows, features), count, forward, new(1, 0, 1), () =>
            {
                NormalizationData data = new(rows, features);
                return data.Forward;
            }),
            new(Named("batch normalization backward", rows, features), count, backward, new(2, 0, 1), () =>
            {
                NormalizationData data = new(rows, features);
                data.Forward();
                return data.Backward;
            }),
        ];
    }
}
