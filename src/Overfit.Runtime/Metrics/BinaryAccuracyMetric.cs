using System.Globalization;
using static System.FormattableString;

namespace Overfit;

/// <summary>The metric of <see cref="Metric.BinaryAccuracy"/>.</summary>
internal sealed class BinaryAccuracyMetric : Metric
{
    private readonly float _threshold;

    public BinaryAccuracyMetric(float threshold)
    {
        if (!float.IsFinite(threshold))
        {
            throw new ArgumentOutOfRangeException(
                nameof(threshold), threshold, "The threshold of binary_accuracy must be a finite number, such as 0.5.");
        }

        _threshold = threshold;
    }

    public override string Name => "binary_accuracy";

    public override string? Misfit(ReadOnlySpan<float> target)
    {
        int place = target.IndexOfAnyExcept(0f, 1f);
        return place < 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Name} needs targets that are 0 or 1; received {target[place]}, which no answer would equal. " +
                $"Code the two classes as 0 and 1, or use another metric.");
    }

    public override double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows)
    {
        int hits = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            float answer = outputs[i] > _threshold ? 1 : 0;
            hits += answer == targets[i] ? 1 : 0;
        }

        return (double)hits / outputs.Length;
    }

    public override string ToString() => Invariant($"{Name} {{ threshold = {_threshold} }}");
}
