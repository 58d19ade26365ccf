using System.Collections.Immutable;

namespace Overfit;

/// <summary>
/// The rows of a dataset dealt out to training, validation and test, none of them twice. The sizes are those of scikit-learn
/// (<see cref="Random"/>, <see cref="Stratified"/>) or Keras (<see cref="ByPosition"/>) to the row, computed in double as there.
/// </summary>
public sealed class DataSplit
{
    private DataSplit(Dataset data, ImmutableArray<int> training, ImmutableArray<int> validation, ImmutableArray<int> test)
    {
        Data = data;
        TrainingRows = training;
        ValidationRows = validation;
        TestRows = test;
        Training = data.Subset(training.AsSpan());
        Validation = validation.IsEmpty ? null : data.Subset(validation.AsSpan());
        Test = test.IsEmpty ? null : data.Subset(test.AsSpan());
    }

    /// <summary>All rows, before the split.</summary>
    public Dataset Data { get; }

    /// <summary>The rows to train on.</summary>
    public Dataset Training { get; }

    /// <summary>The rows to choose models and settings by; null where none were asked for.</summary>
    public Dataset? Validation { get; }

    /// <summary>The rows to judge the chosen model by, once; null where none were asked for.</summary>
    public Dataset? Test { get; }

    /// <summary>Where each row of <see cref="Training"/> stands in <see cref="Data"/>.</summary>
    public ImmutableArray<int> TrainingRows { get; }

    /// <summary>Where each row of <see cref="Validation"/> stands in <see cref="Data"/>; empty where there is none.</summary>
    public ImmutableArray<int> ValidationRows { get; }

    /// <summary>Where each row of <see cref="Test"/> stands in <see cref="Data"/>; empty where there is none.</summary>
    public ImmutableArray<int> TestRows { get; }

    /// <summary>
    /// Deals shuffled rows out: ceil(rows * <paramref name="test"/>) to test, ceil(rows * <paramref name="validation"/>) to
    /// validation, the others to training.
    /// </summary>
    /// <param name="data">The rows.</param>
    /// <param name="seed">The same seed deals the same rows.</param>
    /// <param name="validation">Part of all rows, from 0 (none) to below 1.</param>
    /// <param name="test">Part of all rows, from 0 (none) to below 1. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is not from 0 to below 1.</exception>
    /// <exception cref="ArgumentException">No row is left to train on.</exception>
    public static DataSplit Random(Dataset data, int seed, double validation, double test = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        PartSizes sizes = PartSizes.RoundedUp(data.Count, validation, test);
        return Deal(data, seed, new int[data.Count], [sizes]);
    }

    /// <summary>
    /// As <see cref="Random"/>, and every part holds the classes in the proportions of the whole, as closely as whole rows allow
    /// (largest remainders, ties to the lower class).
    /// </summary>
    /// <param name="data">Rows with one target that is a class number from 0, or with one-hot targets.</param>
    /// <param name="seed">The same seed deals the same rows.</param>
    /// <param name="validation">Part of all rows, from 0 (none) to below 1.</param>
    /// <param name="test">Part of all rows, from 0 (none) to below 1. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is not from 0 to below 1.</exception>
    /// <exception cref="ArgumentException">No row is left to train on, the targets are not classes, or a class is too rare to be
    /// in every part.</exception>
    public static DataSplit Stratified(Dataset data, int seed, double validation, double test = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        PartSizes sizes = PartSizes.RoundedUp(data.Count, validation, test);
        int[] classes = ClassNumbers.Of(data);
        return Deal(data, seed, classes, ClassShares.Of(classes, sizes));
    }

    /// <summary>
    /// Cuts the rows as they stand: the first ones train, the next validate, the last ones test. Without test rows the first
    /// floor(rows * (1 - validation)) train, as with Keras's <c>validation_split</c>. For rows in the order of time it keeps the
    /// future out of training.
    /// </summary>
    /// <param name="data">The rows.</param>
    /// <param name="validation">Part of all rows, from 0 (none) to below 1.</param>
    /// <param name="test">Part of all rows, from 0 (none) to below 1. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is not from 0 to below 1.</exception>
    /// <exception cref="ArgumentException">No row is left for a part that was asked for.</exception>
    public static DataSplit ByPosition(Dataset data, double validation, double test = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        PartSizes sizes = PartSizes.ByPosition(data.Count, validation, test);
        ImmutableArray<int> rows = [.. Enumerable.Range(0, data.Count)];
        return new DataSplit(
            data,
            rows[..sizes.Training],
            rows[sizes.Training..^sizes.Test],
            rows[^sizes.Test..]);
    }

    /// <summary>Splits by given rows, such as those of a recorded run or of a fold; rows named nowhere are left out.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="training">Rows to train on, at least one, in the order they shall have.</param>
    /// <param name="validation">Rows to validate on; may be empty.</param>
    /// <param name="test">Rows to test on. Default: none.</param>
    /// <exception cref="ArgumentException">There is no row to train on, or a row does not exist or is named twice.</exception>
    public static DataSplit ByRows(
        Dataset data, ReadOnlySpan<int> training, ReadOnlySpan<int> validation, ReadOnlySpan<int> test = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (training.IsEmpty)
        {
            throw new ArgumentException("No training row is given; a split needs at least one.", nameof(training));
        }

        bool[] taken = new bool[data.Count];
        Take(training, taken, nameof(training));
        Take(validation, taken, nameof(validation));
        Take(test, taken, nameof(test));
        return new DataSplit(data, [.. training], [.. validation], [.. test]);
    }

    /// <summary>The same split of other values for the same rows.</summary>
    internal DataSplit With(Dataset data) => new(data, TrainingRows, ValidationRows, TestRows);

    /// <summary>Takes the rows in random order and fills, for each class, first test, then validation, then training.</summary>
    private static DataSplit Deal(Dataset data, int seed, int[] classes, PartSizes[] sizes)
    {
        int[] rows = [.. Enumerable.Range(0, data.Count)];
        RandomStream random = new(seed, RandomPurpose.Splitting);
        random.Shuffle(rows);

        int[] test = Array.ConvertAll(sizes, size => size.Test);
        int[] validation = Array.ConvertAll(sizes, size => size.Validation);
        List<int> trainingRows = [];
        List<int> validationRows = [];
        List<int> testRows = [];
        foreach (int row in rows)
        {
            int of = classes[row];
            (test[of]-- > 0 ? testRows : validation[of]-- > 0 ? validationRows : trainingRows).Add(row);
        }

        return new DataSplit(data, [.. trainingRows], [.. validationRows], [.. testRows]);
    }

    private static void Take(ReadOnlySpan<int> rows, bool[] taken, string part)
    {
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)taken.Length)
            {
                throw new ArgumentException(
                    $"Row {row} of {part} does not exist; the dataset has rows 0 to {taken.Length - 1}.", part);
            }

            if (taken[row])
            {
                throw new ArgumentException($"Row {row} of {part} is named before; a row belongs to one part, once.", part);
            }

            taken[row] = true;
        }
    }
}
