using System.Globalization;
using System.Runtime.CompilerServices;
using Overfit.Kernels;

namespace Overfit;

/// <summary>
/// -log p of the true class, with p = softmax(logits). A row of targets is one number, the class, counted from 0. Fits a
/// model that ends with <see cref="Activation.Softmax"/>, or with <see cref="Activation.Linear"/> and
/// <see cref="CrossEntropy.FromLogits"/>.
/// </summary>
public sealed class SparseCategoricalCrossEntropy : SoftmaxCrossEntropy
{
    /// <inheritdoc/>
    public override string Name => "sparse categorical cross-entropy";

    /// <summary>1: the number of the class.</summary>
    /// <inheritdoc/>
    public override int TargetWidth(ModelDescription model) => 1;

    /// <inheritdoc/>
    public override string? Misfit(ReadOnlySpan<float> target, int outputs)
    {
        if (target.Length != 1)
        {
            return $"{Name} needs one class number a row; received {target.Length} targets. " +
                "Use CategoricalCrossEntropy for one-hot rows.";
        }

        float number = target[0];
        return float.IsInteger(number) && number >= 0 && number < outputs
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Name} needs whole class numbers from 0 to {outputs - 1}, one per output; received {number}. " +
                $"Number the classes from 0, or give the last layer as many units as there are classes.");
    }

    /// <inheritdoc/>
    /// <remarks>
    /// With S the sum of exp(z - max z): -log p = log S + max z - z, which cannot overflow. The gradient is p, less 1 at the
    /// true class.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override unsafe double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
    {
        int classes = scores.Length / rows;
        MatrixLength.Require(gradient.Length, rows, classes);
        double scale = 1.0 / rows;
        double sum = 0;
        LogarithmSum logarithms = new();
        fixed (float* logits = scores, slopes = gradient)
        {
            for (int row = 0; row < rows; row++)
            {
                // Out of a span of one row: a class that there is not must not be another row's.
                float atTruth = scores.Slice(row * classes, classes)[(int)targets[row]];
                nint start = (nint)row * classes;
                sum += (double)SoftmaxRow.Shift(logits + start, classes, slopes + start) - atTruth;
            }

            // One call for all rows: rows are often too short to fill a register.
            Elementwise.Map<Exponential>(gradient, gradient);
            for (int row = 0; row < rows; row++)
            {
                float* slope = slopes + ((nint)row * classes);
                float* atTruth = slope + (int)targets[row];
                double total = SoftmaxRow.Sum(slope, classes);
                logarithms.Add(total);
                double factor = scale / total;
                float slopeAtTruth = (float)((*atTruth * factor) - scale);
                SoftmaxRow.Scale(slope, classes, (float)factor);
                *atTruth = slopeAtTruth;
            }
        }

        return sum + logarithms.Total;
    }
}
