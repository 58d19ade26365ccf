namespace Overfit;

/// <summary>
/// <see cref="Adam"/> with decoupled weight decay (Loshchilov and Hutter, 2019), with Keras's formula and default: before each
/// step <c>w -= w * weightDecay * learningRate</c> for every parameter, biases included.
/// </summary>
public sealed class AdamW : Adam
{
    /// <summary>What each parameter loses of itself for each unit of the learning rate, at least 0. Default: 0.004.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not a finite float.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); } = 0.004;

    private protected override double Decay => WeightDecay;
}
