namespace Overfit;

/// <summary>A number of each epoch that a callback watches.</summary>
public sealed class Quantity
{
    private readonly bool _isOfValidation;
    private readonly string? _metric;
    private readonly Func<TrainingProgress, EpochRecord, double?> _read;

    private Quantity(
        string name,
        Func<TrainingProgress, EpochRecord, double?> read,
        bool isOfValidation = true,
        bool isBetterHigher = false,
        string? metric = null)
    {
        Name = name;
        IsBetterHigher = isBetterHigher;
        _isOfValidation = isOfValidation;
        _metric = metric;
        _read = read;
    }

    /// <summary>Validation data loss + penalty: Keras's <c>val_loss</c>.</summary>
    public static Quantity ValidationObjective { get; } = new("validation objective", static (_, record) => record.Validation?.Objective);

    /// <summary>Validation data loss, without penalties.</summary>
    public static Quantity ValidationDataLoss { get; } = new("validation data loss", static (_, record) => record.Validation?.DataLoss);

    /// <summary>Keras's <c>loss</c>.</summary>
    public static Quantity OnlineLoss { get; } = new("online loss", static (_, record) => record.OnlineLoss, isOfValidation: false);

    /// <summary>What is watched, for people.</summary>
    public string Name { get; }

    /// <summary>Whether more is better, as of an accuracy.</summary>
    public bool IsBetterHigher { get; }

    /// <summary>A metric on the validation part.</summary>
    /// <param name="metric">The metric's name, such as <c>mae</c>.</param>
    /// <param name="isBetterHigher">Whether more is better, as of an accuracy.</param>
    /// <exception cref="ArgumentException"><paramref name="metric"/> is null or empty.</exception>
    public static Quantity ValidationMetric(string metric, bool isBetterHigher)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        return new Quantity(
            $"validation {metric}",
            (progress, record) => record.Validation?.Metrics[IndexOf(progress, metric)],
            isBetterHigher: isBetterHigher,
            metric: metric);
    }

    /// <summary>Refuses to watch in a run what the run will never measure.</summary>
    /// <exception cref="ArgumentException">There is no validation part or no such metric.</exception>
    internal void RequireMeasured(TrainingProgress progress)
    {
        if (_isOfValidation && !progress.HasValidation)
        {
            throw new ArgumentException(
                $"There is no validation part, so the {Name} cannot be watched. Set TrainingOptions.Validation, or monitor " +
                "Quantity.OnlineLoss.");
        }

        if (_metric is not null)
        {
            IndexOf(progress, _metric);
        }
    }

    /// <summary>The epoch's number; null where it was not measured.</summary>
    internal double? Read(TrainingProgress progress, EpochRecord record) => _read(progress, record);

    private static int IndexOf(TrainingProgress progress, string metric)
    {
        for (int i = 0; i < progress.Metrics.Count; i++)
        {
            if (progress.Metrics[i].Name == metric)
            {
                return i;
            }
        }

        string known = string.Join(", ", progress.Metrics.Select(metric => metric.Name));
        throw new ArgumentException($"There is no metric '{metric}' to watch; the trainer has: {(known.Length > 0 ? known : "none")}.");
    }
}
