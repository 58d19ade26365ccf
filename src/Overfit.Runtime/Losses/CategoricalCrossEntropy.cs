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
    public override double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
    {
        int classes = scores.Length / rows;
        Softmax.Exponentials(rows, classes, scores, gradient);
        double kept = 1 - LabelSmoothing;
        double spread = LabelSmoothing / classes;
        double scale = 1.0 / rows;
        double sum = 0;
        for (int start = 0; start < scores.Length; start += classes)
        {
            ReadOnlySpan<float> logits = scores.Slice(start, classes);
            ReadOnlySpan<float> row = targets.Slice(start, classes);
            Span<float> slopes = gradient.Slice(start, classes);
            double total = SoftmaxRow.Sum(slopes);
            double largest = SoftmaxRow.Largest(logits);
            double logarithm = Math.Log(total);
            double mass = 0;
            for (int i = 0; i < logits.Length; i++)
            {
                double target = (row[i] * kept) + spread;
                mass += target;
                sum += target * (logarithm + (largest - logits[i]));
            }

            double share = mass / total;
            for (int i = 0; i < slopes.Length; i++)
            {
                double target = (row[i] * kept) + spread;
                slopes[i] = (float)(((slopes[i] * share) - target) * scale);
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Name} {{ FromLogits = {FromLogits}, LabelSmoothing = {LabelSmoothing} }}");
}
