using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Overfit.Kernels;
using static System.FormattableString;

namespace Overfit;

/// <summary>
/// Mean over the outputs of -y log p - (1 - y) log(1 - p), with p = sigmoid(logit): each output is a yes-or-no question of
/// its own. Targets are 0, 1 or a probability between them. Fits a model that ends with <see cref="Activation.Sigmoid"/>, or
/// with <see cref="Activation.Linear"/> and <see cref="CrossEntropy.FromLogits"/>.
/// </summary>
public sealed class BinaryCrossEntropy : CrossEntropy
{
    /// <summary>Elements whose logarithms are one of a product: each factor is at most 2, and a double reaches 2^1023.</summary>
    private const int Block = 512;

    private const int Lanes = 8;

    /// <summary>Share s of each target that is replaced by one half: y (1 - s) + s / 2. In [0, 1); default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0, or not less than 1.</exception>
    public double LabelSmoothing { get; init => field = Smoothing(value); }

    /// <inheritdoc/>
    public override string Name => "binary cross-entropy";

    private protected override Activation Link => Activation.Sigmoid;

    /// <inheritdoc/>
    public override string? Misfit(ReadOnlySpan<float> target, int outputs)
    {
        foreach (float value in target)
        {
            if (value is not (>= 0 and <= 1))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name} needs targets from 0 to 1; received {value}. Code the two classes as 0 and 1.");
            }
        }

        return null;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// With t = exp(-|z|), which cannot overflow: log(1 + exp(z)) = max(z, 0) + log(1 + t), and the sigmoid is 1 / (1 + t)
    /// for z at least 0, else t / (1 + t).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override unsafe double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
    {
        fixed (float* score = scores, target = targets[..scores.Length], slope = gradient[..scores.Length])
        {
            double sum = 0;
            for (nint start = 0; start < scores.Length; start += Block)
            {
                int count = (int)Math.Min(Block, scores.Length - start);
                Elementwise.Map<Tail>(scores.Slice((int)start, count), gradient.Slice((int)start, count));
                sum += Sum(score + start, target + start, count, 1.0 / scores.Length, slope + start);
            }

            return sum * rows / scores.Length;
        }
    }

    /// <summary>The sum over a block, and its gradient in place of the tails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe double Sum(float* score, float* target, nint length, double scale, float* slope)
    {
        Labels labels = new(1 - LabelSmoothing, LabelSmoothing / 2, scale);
        Vector256<double> sum = Vector256<double>.Zero, lower = Vector256<double>.One, upper = Vector256<double>.One;
        nint whole = length & -Lanes;
        for (nint i = 0; i < whole; i += Lanes)
        {
            labels.Add(score + i, target + i, slope + i, ref sum, ref lower, ref upper);
        }

        if (whole < length)
        {
            // Zeros behind the last elements: a logit of 0 adds nothing, and a tail of 0 multiplies by 1.
            float* rest = stackalloc float[3 * Lanes];
            Doubles.CopyRest(score + whole, length - whole, rest);
            Doubles.CopyRest(target + whole, length - whole, rest + Lanes);
            Doubles.CopyRest(slope + whole, length - whole, rest + (2 * Lanes));
            labels.Add(rest, rest + Lanes, rest + (2 * Lanes), ref sum, ref lower, ref upper);
            Doubles.CopyRest(rest + (2 * Lanes), length - whole, slope + whole);
        }

        Vector256<double> product = lower * upper;
        return Doubles.Sum(sum) + Math.Log(product[0] * product[1] * (product[2] * product[3]));
    }

    /// <summary>The loss and its gradient at labels smoothed or not.</summary>
    private readonly unsafe struct Labels(double kept, double spread, double scale)
    {
        private readonly double _kept = kept;
        private readonly double _spread = spread;
        private readonly double _scale = scale;

        /// <summary>Eight elements, each half with a product of its own: two chains of products wait less.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(
            float* score,
            float* target,
            float* slope,
            ref Vector256<double> sum,
            ref Vector256<double> lower,
            ref Vector256<double> upper)
        {
            Vector256<double> first = Slope(score, target, slope, ref sum, ref lower);
            Vector256<double> second = Slope(score + 4, target + 4, slope + 4, ref sum, ref upper);
            Vector256.Narrow(first, second).Store(slope);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<double> Slope(
            float* score, float* target, float* slope, ref Vector256<double> sum, ref Vector256<double> product)
        {
            Vector256<double> logit = Doubles.Load(score), tail = Doubles.Load(slope), one = Vector256<double>.One;
            Vector256<double> label = (Doubles.Load(target) * Vector256.Create(_kept)) + Vector256.Create(_spread);
            Vector256<double> all = one + tail;
            sum += Vector256.MaxNative(logit, Vector256<double>.Zero) - (logit * label);
            product *= all;
            Vector256<double> smaller = Vector256.LessThan(logit, Vector256<double>.Zero);
            return ((Vector256.ConditionalSelect(smaller, tail, one) / all) - label) * Vector256.Create(_scale);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Name} {{ FromLogits = {FromLogits}, LabelSmoothing = {LabelSmoothing} }}");

    private readonly struct Tail : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector> => exp.Of(TVector.MinusAbsolute(x));
    }
}
