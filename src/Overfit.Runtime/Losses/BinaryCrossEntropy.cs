using System.Globalization;
using System.Runtime.CompilerServices;
using Overfit.Kernels;

namespace Overfit;

/// <summary>
/// Mean over the outputs of -y log p - (1 - y) log(1 - p), with p = sigmoid(logit): each output is a yes-or-no question of
/// its own. Targets are 0, 1 or a probability between them. Fits a model that ends with <see cref="Activation.Sigmoid"/>, or
/// with <see cref="Activation.Linear"/> and <see cref="CrossEntropy.FromLogits"/>.
/// </summary>
public sealed class BinaryCrossEntropy : CrossEntropy
{
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
    public override double SumAndGradient(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
    {
        gradient = gradient[..scores.Length];
        targets = targets[..scores.Length];
        Elementwise.Map<Tail>(scores, gradient);
        double kept = 1 - LabelSmoothing;
        double spread = LabelSmoothing / 2;
        double scale = 1.0 / scores.Length;
        double sum = 0;
        LogarithmSum logarithms = new();
        for (int i = 0; i < scores.Length; i++)
        {
            double logit = scores[i];
            double target = (targets[i] * kept) + spread;
            double tail = gradient[i];
            sum += Math.Max(logit, 0) - (logit * target);
            logarithms.Add(1 + tail);

            double probability = (logit >= 0 ? 1 : tail) / (1 + tail);
            gradient[i] = (float)((probability - target) * scale);
        }

        return (sum + logarithms.Total) * rows / scores.Length;
    }

    private readonly struct Tail : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector> => Exponential.Apply(TVector.MinusAbsolute(x));
    }
}
