namespace Overfit;

/// <summary>Mean over the outputs of (output - target)^2, without a half, as in Keras.</summary>
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean squared error";

    /// <inheritdoc/>
    public override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double error = scores[i] - targets[i];
            sum += error * error;
        }

        return sum * rows / scores.Length;
    }

    /// <inheritdoc/>
    public override double SumAndGradient(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
    {
        float scale = 2f / scores.Length;
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            float error = scores[i] - targets[i];
            gradient[i] = scale * error;
            sum += (double)error * error;
        }

        return sum * rows / scores.Length;
    }
}
