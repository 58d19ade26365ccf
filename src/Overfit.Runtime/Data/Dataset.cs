using System.Numerics;

namespace Overfit;

/// <summary>
/// Rows of features and the targets that belong to them, all finite. Never changes: what it is made from is copied.
/// </summary>
public sealed class Dataset
{
    private readonly float[] _features;
    private readonly float[] _targets;

    /// <summary>A dataset of rows that lie one behind the other.</summary>
    /// <param name="features">[rows x <paramref name="featureCount"/>], copied.</param>
    /// <param name="featureCount">Features in one row, at least 1.</param>
    /// <param name="targets">[rows x <paramref name="targetCount"/>], copied.</param>
    /// <param name="targetCount">Targets in one row, at least 1.</param>
    /// <param name="names">What the columns are called. Default: nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is less than 1.</exception>
    /// <exception cref="ArgumentException">There are no rows, the lengths do not fit the counts or each other, a value is
    /// NaN or infinite, or there are more or fewer names than columns.</exception>
    public Dataset(
        ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<float> targets, int targetCount, DatasetNames? names = null)
        : this(features.ToArray(), featureCount, targets.ToArray(), targetCount, names ?? DatasetNames.None)
    {
    }

    /// <summary>Takes the arrays over, which nobody may change afterwards.</summary>
    internal Dataset(float[] features, int featureCount, float[] targets, int targetCount, DatasetNames names)
    {
        Count = DatasetRules.CountRows(features, featureCount, targets, targetCount);
        DatasetRules.RequireNames(names, featureCount, targetCount);
        DatasetRules.RequireFinite(features, featureCount, "feature", names.Features);
        DatasetRules.RequireFinite(targets, targetCount, "target", names.Targets);
        _features = features;
        _targets = targets;
        FeatureCount = featureCount;
        TargetCount = targetCount;
        Names = names;
    }

    /// <summary>Number of rows, at least 1.</summary>
    public int Count { get; }

    /// <summary>Features in one row.</summary>
    public int FeatureCount { get; }

    /// <summary>Targets in one row.</summary>
    public int TargetCount { get; }

    /// <summary>What the columns and classes are called.</summary>
    public DatasetNames Names { get; }

    /// <summary>All features, [<see cref="Count"/> x <see cref="FeatureCount"/>].</summary>
    public ReadOnlySpan<float> Features => _features;

    /// <summary>All targets, [<see cref="Count"/> x <see cref="TargetCount"/>].</summary>
    public ReadOnlySpan<float> Targets => _targets;

    /// <summary>A dataset of one array per row, such as <c>float[][]</c> or <c>double[][]</c>; rounds to float.</summary>
    /// <param name="features">[rows][features].</param>
    /// <param name="targets">[rows][targets].</param>
    /// <exception cref="ArgumentException">There are no rows or values, rows differ in length, or a value is not finite as a
    /// float.</exception>
    public static Dataset From<TFeature, TTarget>(TFeature[][] features, TTarget[][] targets)
        where TFeature : INumber<TFeature>
        where TTarget : INumber<TTarget> =>
        new(
            DatasetRules.Flatten(features, "feature", out int featureCount),
            featureCount,
            DatasetRules.Flatten(targets, "target", out int targetCount),
            targetCount,
            DatasetNames.None);

    /// <summary>A dataset of several features and one target a row, such as a class number; rounds to float.</summary>
    /// <param name="features">[rows][features].</param>
    /// <param name="targets">[rows].</param>
    /// <exception cref="ArgumentException">There are no rows or values, rows differ in length, or a value is not finite as a
    /// float.</exception>
    public static Dataset From<TFeature, TTarget>(TFeature[][] features, TTarget[] targets)
        where TFeature : INumber<TFeature>
        where TTarget : INumber<TTarget> =>
        new(
            DatasetRules.Flatten(features, "feature", out int featureCount),
            featureCount,
            DatasetRules.Convert(targets, "target"),
            1,
            DatasetNames.None);

    /// <summary>A dataset of one feature and one target a row; rounds to float.</summary>
    /// <param name="features">[rows].</param>
    /// <param name="targets">[rows].</param>
    /// <exception cref="ArgumentException">There are no rows, the lengths differ, or a value is not finite as a
    /// float.</exception>
    public static Dataset From<TFeature, TTarget>(TFeature[] features, TTarget[] targets)
        where TFeature : INumber<TFeature>
        where TTarget : INumber<TTarget> =>
        new(DatasetRules.Convert(features, "feature"), 1, DatasetRules.Convert(targets, "target"), 1, DatasetNames.None);

    /// <summary>The features of one row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> FeaturesOf(int row) => RowOf(_features, FeatureCount, row);

    /// <summary>The targets of one row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> TargetsOf(int row) => RowOf(_targets, TargetCount, row);

    /// <summary>Copies the features of some rows; allocates nothing.</summary>
    /// <param name="rows">Which rows, from 0, in any order; a row may come more than once.</param>
    /// <param name="destination">[rows x <see cref="FeatureCount"/>]; what lies beyond is left alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void GatherFeatures(ReadOnlySpan<int> rows, Span<float> destination) =>
        RowGathering.Gather(_features, FeatureCount, rows, destination);

    /// <summary>Copies the targets of some rows; allocates nothing.</summary>
    /// <param name="rows">Which rows, from 0, in any order; a row may come more than once.</param>
    /// <param name="destination">[rows x <see cref="TargetCount"/>]; what lies beyond is left alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void GatherTargets(ReadOnlySpan<int> rows, Span<float> destination) =>
        RowGathering.Gather(_targets, TargetCount, rows, destination);

    /// <summary>A dataset of some of the rows.</summary>
    /// <param name="rows">Which rows, from 0, in the order they shall have; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">No row is named.</exception>
    public Dataset Subset(params ReadOnlySpan<int> rows)
    {
        float[] features = new float[checked(rows.Length * FeatureCount)];
        float[] targets = new float[checked(rows.Length * TargetCount)];
        GatherFeatures(rows, features);
        GatherTargets(rows, targets);
        return new Dataset(features, FeatureCount, targets, TargetCount, Names);
    }

    /// <summary>
    /// The same rows with one target per class instead of the class number: 1 for the row's class and 0 for the others, as
    /// categorical cross-entropy reads them.
    /// </summary>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">A target is not a class number from 0 to below <paramref name="classes"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 classes, or so many that their targets do not fit an
    /// array.</exception>
    public Dataset WithOneHotTargets(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (classes > Array.MaxLength / Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(classes),
                classes,
                $"{Count} rows of {classes} targets are more than the {Array.MaxLength} numbers that an array holds. Name as many classes " +
                "as there are, or keep class numbers and use SparseCategoricalCrossEntropy.");
        }

        int[] numbers = ClassNumbers.Of(this, classes);
        float[] targets = new float[Count * classes];
        for (int row = 0; row < numbers.Length; row++)
        {
            targets[(row * classes) + numbers[row]] = 1;
        }

        bool named = Names.Classes.Length == classes;
        DatasetNames names = new()
        {
            Features = Names.Features,
            Targets = named ? Names.Classes : [],
            Classes = Names.Classes,
        };
        return new Dataset(_features, FeatureCount, targets, classes, names);
    }

    private ReadOnlySpan<float> RowOf(float[] values, int width, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return values.AsSpan(row * width, width);
    }
}
