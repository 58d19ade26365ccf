using System.Collections.Immutable;

namespace Overfit;

/// <summary>
/// Shifts and scales each column to mean 0 and standard deviation 1 over the training rows: (value - mean) / scale, in double.
/// It can be fitted on nothing but the training part of a split, so that validation and test rows stay unseen.
/// </summary>
/// <remarks>
/// The scale is the population deviation sqrt(sum((value - mean)^2) / rows), and 1 for a column that is the same in all
/// training rows: scikit-learn's StandardScaler.
/// </remarks>
public sealed class Standardizer
{
    private readonly ImmutableArray<ColumnScale> _features;
    private readonly ImmutableArray<ColumnScale> _targets;

    private Standardizer(ImmutableArray<ColumnScale> features, ImmutableArray<ColumnScale> targets)
    {
        _features = features;
        _targets = targets;
    }

    /// <summary>Mean and scale of each feature.</summary>
    public IReadOnlyList<ColumnScale> Features => _features;

    /// <summary>Mean and scale of each target; mean 0 and scale 1 where targets are left as they are.</summary>
    public IReadOnlyList<ColumnScale> Targets => _targets;

    /// <summary>Measures the training rows.</summary>
    /// <param name="split">The split; only its training part is read.</param>
    /// <param name="targets">Whether targets are standardized too, as a regression on large numbers needs. Default: no.</param>
    public static Standardizer FitTraining(DataSplit split, bool targets = false)
    {
        ArgumentNullException.ThrowIfNull(split);
        Dataset training = split.Training;
        return new Standardizer(
            Measure(training.Features, training.FeatureCount),
            targets
                ? Measure(training.Targets, training.TargetCount)
                : [.. Enumerable.Repeat(ColumnScale.Identity, training.TargetCount)]);
    }

    /// <summary>All parts of a split, standardized.</summary>
    /// <exception cref="ArgumentException">The columns are not those of the fit, or a value leaves float's range.</exception>
    public DataSplit Apply(DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return split.With(Apply(split.Data));
    }

    /// <summary>A dataset, standardized.</summary>
    /// <exception cref="ArgumentException">The columns are not those of the fit, or a value leaves float's range.</exception>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.FeatureCount != _features.Length || data.TargetCount != _targets.Length)
        {
            throw new ArgumentException(
                $"The dataset has {data.FeatureCount} features and {data.TargetCount} targets; the standardizer was fitted on "
                + $"{_features.Length} and {_targets.Length}.", nameof(data));
        }

        float[] features = new float[data.Features.Length];
        float[] targets = new float[data.Targets.Length];
        Apply(data.Features, features);
        Standardize(_targets, data.Targets, targets);
        return new Dataset(features, data.FeatureCount, targets, data.TargetCount, data.Names);
    }

    /// <summary>Standardizes features of new rows, to predict from.</summary>
    /// <param name="features">[rows x features].</param>
    /// <param name="destination">As long; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ or are not whole rows.</exception>
    public void Apply(ReadOnlySpan<float> features, Span<float> destination)
    {
        RequireRows(features.Length, destination.Length, _features.Length);
        Standardize(_features, features, destination);
    }

    /// <summary>Brings predictions of standardized targets back to the targets' own units: prediction * scale + mean.</summary>
    /// <param name="predictions">[rows x targets].</param>
    /// <param name="destination">As long; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ or are not whole rows.</exception>
    public void Restore(ReadOnlySpan<float> predictions, Span<float> destination)
    {
        RequireRows(predictions.Length, destination.Length, _targets.Length);
        for (int i = 0; i < predictions.Length; i++)
        {
            ColumnScale column = _targets[i % _targets.Length];
            destination[i] = (float)((predictions[i] * column.Scale) + column.Mean);
        }
    }

    private static void Standardize(ImmutableArray<ColumnScale> columns, ReadOnlySpan<float> values, Span<float> destination)
    {
        for (int i = 0; i < values.Length; i++)
        {
            ColumnScale column = columns[i % columns.Length];
            destination[i] = (float)((values[i] - column.Mean) / column.Scale);
        }
    }

    private static ImmutableArray<ColumnScale> Measure(ReadOnlySpan<float> values, int width)
    {
        ImmutableArray<ColumnScale>.Builder columns = ImmutableArray.CreateBuilder<ColumnScale>(width);
        for (int column = 0; column < width; column++)
        {
            columns.Add(ColumnScale.Measure(values, column, width));
        }

        return columns.MoveToImmutable();
    }

    private static void RequireRows(int length, int destination, int width)
    {
        if (length != destination || length % width != 0)
        {
            throw new ArgumentException(
                $"{length} values to {destination} places are not rows of {width}; give whole rows and a destination as long.");
        }
    }
}
