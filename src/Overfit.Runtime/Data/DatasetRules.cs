using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace Overfit;

/// <summary>What every dataset holds to, and the words in which all else is refused. Rows and columns count from 0.</summary>
internal static class DatasetRules
{
    /// <summary>The number of rows on which features and targets agree.</summary>
    public static int CountRows(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<float> targets, int targetCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetCount, 1);
        if (features.IsEmpty)
        {
            throw new ArgumentException("The dataset is empty; it needs at least one row.", nameof(features));
        }

        int rows = CountRows(features, featureCount, nameof(features));
        int targetRows = CountRows(targets, targetCount, nameof(targets));
        return rows == targetRows
            ? rows
            : throw new ArgumentException(
                $"There are {rows} rows of features but {targetRows} of targets; every row needs both.", nameof(targets));
    }

    public static void RequireNames(DatasetNames names, int featureCount, int targetCount)
    {
        RequireNames(names.Features, featureCount, "feature");
        RequireNames(names.Targets, targetCount, "target");
    }

    public static void RequireFinite(ReadOnlySpan<float> values, int width, string kind, ImmutableArray<string> names)
    {
        if (TensorPrimitives.IsFiniteAll(values))
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                (int row, int column) = Math.DivRem(i, width);
                string name = names.IsEmpty ? "" : $" ('{names[column]}')";
                string value = values[i].ToString(CultureInfo.InvariantCulture);
                throw new ArgumentException(
                    $"Row {row}, {kind} column {column}{name} is {value}; a dataset holds finite numbers only: "
                    + "drop the row or fill the gap.",
                    Buffer(kind));
            }
        }
    }

    /// <summary>One row behind the other, all of them as long as the first.</summary>
    public static float[] Flatten<T>(T[][] rows, string kind, out int width)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(rows, Buffer(kind));
        width = rows.Length == 0 ? 1 : Row(rows, 0, kind).Length;
        if (width == 0)
        {
            throw new ArgumentException($"Row 0 has no {kind}; every row needs at least one.", Buffer(kind));
        }

        float[] values = new float[checked(rows.Length * width)];
        for (int row = 0; row < rows.Length; row++)
        {
            T[] numbers = Row(rows, row, kind);
            if (numbers.Length != width)
            {
                throw new ArgumentException(
                    $"Row {row} has {numbers.Length} {kind}s but row 0 has {width}; all rows need the same columns.",
                    Buffer(kind));
            }

            for (int column = 0; column < width; column++)
            {
                values[(row * width) + column] = Single(numbers[column], row, column, kind);
            }
        }

        return values;
    }

    public static float[] Convert<T>(T[] numbers, string kind)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(numbers, Buffer(kind));
        float[] values = new float[numbers.Length];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = Single(numbers[row], row, 0, kind);
        }

        return values;
    }

    /// <summary>Refuses here what rounding to float makes infinite, while the number can still be quoted.</summary>
    private static float Single<T>(T number, int row, int column, string kind)
        where T : INumber<T>
    {
        float value = float.CreateSaturating(number);
        return !float.IsInfinity(value) || T.IsInfinity(number)
            ? value
            : throw new ArgumentException(
                $"Row {row}, {kind} column {column} is {number.ToString(null, CultureInfo.InvariantCulture)}, "
                + "beyond float's range of 3.4E+38; rescale the column.",
                Buffer(kind));
    }

    private static T[] Row<T>(T[][] rows, int row, string kind) =>
        rows[row] ?? throw new ArgumentException($"Row {row} of the {kind}s is null.", Buffer(kind));

    private static int CountRows(ReadOnlySpan<float> values, int width, string buffer) =>
        values.Length % width == 0
            ? values.Length / width
            : throw new ArgumentException(
                $"{values.Length} {buffer} cannot be rows of {width}; the length must be a multiple of the row's width.", buffer);

    private static void RequireNames(ImmutableArray<string> names, int count, string kind)
    {
        if (!names.IsEmpty && names.Length != count)
        {
            throw new ArgumentException(
                $"There are {names.Length} {kind} names for {count} {kind}s; give one each, or none.", nameof(names));
        }
    }

    private static string Buffer(string kind) => kind + "s";
}
