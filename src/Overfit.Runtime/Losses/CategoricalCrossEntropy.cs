using System.Globalization;
using System.Runtime.CompilerServices;
using Overfit.Kernels;
using static System.FormattableString;

namespace Overfit;

/// <summary>
/// Sum over the classes of -y log p, with p = softmax(logits). A row of targets has one number per class: a one-hot vector or
/// a soft label. Fits a model that ends with <see cref="Activation.Softmax"/>, or with <see cref="Activation.Linear"/> and
/// <see cref="CrossEntropy.FromLogits"/>. Keras takes rows of targets with any sum; here a row that does not sum to 1, to
/// within 1e-4, is refused, since it nearly always is a mistake in the data.
/// </summary>
public sealed class CategoricalCrossEntropy : SoftmaxCrossEntropy
{
    private const double SumTolerance = 1e-4;

    /// <summary>Share s of each row of K targets that is spread evenly: y (1 - s) + s / K. In [0, 1); default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0, or not less than 1.</exception>
    public double LabelSmoothing { get; init => field = Smoothing(value); }

    /// <inheritdoc/>
    public override string Name => "categorical cross-entropy";

    /// <inheritdoc/>
    public override string? Misfit(ReadOnlySpan<float> target, int outputs)
    {
        double sum = 0;
        foreach (float value in target)
        {
            if (value is not (>= 0 and <= float.MaxValue))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name} needs targets that are probabilities; received {value}. Give one-hot rows or soft labels.");
            }

            sum += value;
        }

        return Math.Abs(sum - 1) <= SumTolerance
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Name} needs rows of targets that sum to 1; received a sum of {sum:G6}. Divide each row by its sum, or use " +
                $"SparseCategoricalCrossEntropy for class numbers, BinaryCrossEntropy for classes that occur together.");
    }

    /// <inheritdoc/>
    /// <remarks>
    /// With S the sum of exp(z - max z): -log p = log S + max z - z, which cannot overflow. The gradient is p sum(y) - y,
    /// exact also for rows whose sum is only nearly 1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override unsafe double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
    {
        int classes = scores.Length / rows;
        MatrixLength.Require(targets.Length, rows, classes);
        Softmax.Exponentials(rows, classes, scores, gradient);
        SmoothedRow labels = new(1 - LabelSmoothing, LabelSmoothing / classes, 1.0 / rows);
        double sum = 0;
        LogarithmSum logarithms = new();
        fixed (float* logits = scores, truths = targets, slopes = gradient)
        {
            for (nint start = 0; start < scores.Length; start += classes)
            {
                double total = SoftmaxRow.Sum(slopes + start, classes);
                sum += labels.Gap(classes, logits + start, truths + start, out double mass);

                // Labels sum to 1, but for rounding: then one logarithm serves many rows.
                if (mass == 1)
                {
                    logarithms.Add(total);
                }
                else
                {
                    sum += mass * Math.Log(total);
                }

                labels.Slopes(classes, truths + start, mass / total, slopes + start);
            }
        }

        return sum + logarithms.Total;
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Name} {{ FromLogits = {FromLogits}, LabelSmoothing = {LabelSmoothing} }}");
}
