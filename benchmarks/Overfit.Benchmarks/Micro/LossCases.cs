namespace Overfit.Benchmarks.Micro;

/// <summary>
/// Each loss alone and with its gradient, for a batch of the article and for the rows of a whole part. The operations are
/// those of its formula in vectors; sums and everything behind them are in double, hence most numbers even.
/// </summary>
internal static class LossCases
{
    private const int Classes = 10;

    /// <summary>Rows of a batch, and of all data evaluated at once.</summary>
    private static readonly int[] Rows = [32, 4_096];

    /// <summary>Two numbers become doubles and are subtracted; something is added up.</summary>
    private static readonly Operations Error = new(0, 8);

    /// <summary>What every gradient ends with: a factor, and two registers of doubles become one of floats.</summary>
    private static readonly Operations Scale = new(2, 3);

    /// <summary>The largest logit, the difference from it, its exponential, and the sum in double with its conversion.</summary>
    private static readonly Operations SoftmaxSum = ActivationCases.Exponential + new Operations(0, 2 + 4);

    /// <summary>A quotient in double for each row, and a product: one logarithm of it serves many rows.</summary>
    private static readonly Operations PerRow = new(2.0 / Classes, 0, Divisions: 2.0 / Classes);

    /// <summary>A product in float. That one value of a row is another is not in it.</summary>
    private static readonly Operations SparseGradient = new(1, 0);

    public static IReadOnlyList<KernelCase> All { get; } =
    [
        .. Both(new MeanSquaredError(), 1, Error + new Operations(2, 0), Scale + new Operations(0, 2)),
        .. Both(new MeanAbsoluteError(), 1, Error + new Operations(0, 2), Scale + new Operations(0, 10)),
        .. Both(new Huber(), 1, Error + new Operations(4, 6), Scale),
        .. Both(new BinaryCrossEntropy(), 1, BinaryValue, BinaryGradient),
        .. Both(new CategoricalCrossEntropy(), Classes, SoftmaxSum + PerRow + new Operations(4, 10), Scale + new Operations(2, 4)),
        .. Both(new SparseCategoricalCrossEntropy(), Classes, SoftmaxSum + PerRow, SparseGradient),
    ];

    /// <summary>
    /// -|z|, its exponential t; three conversions; the smoothed label y, a multiply-add; max(z, 0) - z y and the sum of it; 1 + t
    /// and the product of it.
    /// </summary>
    private static Operations BinaryValue => ActivationCases.Exponential + new Operations(6, 16);

    /// <summary>The numerator by the sign, a quotient in double, the difference from the target.</summary>
    private static Operations BinaryGradient => Scale + new Operations(0, 6, Divisions: 2);

    /// <param name="loss">The loss.</param>
    /// <param name="width">Outputs in a row.</param>
    /// <param name="value">Operations of the value.</param>
    /// <param name="gradient">What its gradient takes beside them.</param>
    private static IEnumerable<KernelCase> Both(Loss loss, int width, Operations value, Operations gradient)
    {
        int targets = loss is SparseCategoricalCrossEntropy ? 0 : 1;
        return
            from rows in Rows
            let size = $"{rows:N0} x {width}"
            from what in (KernelCase[])
            [
                new($"{loss.Name}, {size}", rows * width, value, new(1 + targets, 0, 0), () => Value(loss, rows, width)),
                new(
                    $"{loss.Name} and gradient, {size}",
                    rows * width,
                    value + gradient,
                    new(1 + targets, 0, 1),
                    () => ValueAndGradient(loss, rows, width)),
            ]
            select what;
    }

    private static Action Value(Loss loss, int rows, int width)
    {
        Block scores = Numbers.Normal(rows * width, seed: 1), targets = Targets(loss, rows, width);
        return () => loss.Sum(scores.Span, targets.Span, rows);
    }

    private static Action ValueAndGradient(Loss loss, int rows, int width)
    {
        Block scores = Numbers.Normal(rows * width, seed: 1), targets = Targets(loss, rows, width), gradient = new(rows * width);
        return () => loss.SumAndGradient(scores.Span, targets.Span, rows, gradient.Span);
    }

    private static Block Targets(Loss loss, int rows, int width)
    {
        Random random = new(2);
        if (loss is not CrossEntropy)
        {
            return Numbers.Normal(rows * width, seed: 2);
        }

        Block targets = new(loss is SparseCategoricalCrossEntropy ? rows : rows * width);
        for (int row = 0; row < rows; row++)
        {
            switch (loss)
            {
                case BinaryCrossEntropy:
                    targets.Span[row] = random.Next(2);
                    break;
                case CategoricalCrossEntropy:
                    targets.Span[(row * width) + random.Next(width)] = 1;
                    break;
                default:
                    targets.Span[row] = random.Next(width);
                    break;
            }
        }

        return targets;
    }
}
