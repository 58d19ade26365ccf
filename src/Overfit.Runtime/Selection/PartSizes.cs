using System.Globalization;

namespace Overfit;

/// <summary>How many rows each part of a split gets.</summary>
internal readonly record struct PartSizes(int Training, int Validation, int Test)
{
    /// <summary>scikit-learn's <c>train_test_split</c>: ceil(rows * part) for what is set aside, the rest trains.</summary>
    public static PartSizes RoundedUp(int rows, double validation, double test) =>
        Of(rows, validation, test, part => (int)Math.Ceiling(rows * part));

    /// <summary>Keras's <c>validation_split</c>: all but floor(rows * (1 - part)) for what is set aside.</summary>
    public static PartSizes ByPosition(int rows, double validation, double test) =>
        Of(rows, validation, test, part => rows - (int)Math.Floor(rows * (1 - part)));

    private static PartSizes Of(int rows, double validation, double test, Func<double, int> sizeOf)
    {
        Require(validation, nameof(validation));
        Require(test, nameof(test));
        PartSizes sizes = new(rows - sizeOf(validation) - sizeOf(test), sizeOf(validation), sizeOf(test));
        bool complete = sizes.Training > 0 && (sizes.Validation > 0 || validation == 0) && (sizes.Test > 0 || test == 0);
        return complete
            ? sizes
            : throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Validation {validation} and test {test} of {rows} rows leave {sizes.Training} to training, {sizes.Validation} "
                + $"to validation and {sizes.Test} to test; every part asked for needs at least one: choose other fractions or "
                + $"more rows."));
    }

    private static void Require(double part, string name)
    {
        if (!(part is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                name, part, "a part is a fraction of all rows, from 0 (none) to below 1, such as 0.2.");
        }
    }
}
