namespace Overfit;

/// <summary>Where a column lies and how far it spreads.</summary>
/// <param name="Mean">Mean of the training rows.</param>
/// <param name="Scale">Population standard deviation of the training rows, 1 where they are all the same.</param>
public readonly record struct ColumnScale(double Mean, double Scale)
{
    /// <summary>Leaves a column as it is.</summary>
    internal static ColumnScale Identity => new(0, 1);

    /// <summary>Measures one column in two passes, the mean first.</summary>
    /// <param name="values">[rows x <paramref name="width"/>].</param>
    /// <param name="column">Which column.</param>
    /// <param name="width">Columns in one row.</param>
    internal static ColumnScale Measure(ReadOnlySpan<float> values, int column, int width)
    {
        int rows = values.Length / width;
        bool constant = true;
        double sum = 0;
        for (int i = column; i < values.Length; i += width)
        {
            constant &= values[i] == values[column];
            sum += values[i];
        }

        // Told apart by comparing: the computed deviation of a constant such as 0.1 is not zero but rounding.
        if (constant)
        {
            return new ColumnScale(values[column], 1);
        }

        double mean = sum / rows;
        double squares = 0;
        for (int i = column; i < values.Length; i += width)
        {
            double distance = values[i] - mean;
            squares += distance * distance;
        }

        return new ColumnScale(mean, Math.Sqrt(squares / rows));
    }
}
