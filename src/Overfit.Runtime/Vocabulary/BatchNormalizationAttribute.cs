namespace Overfit;

/// <summary>
/// Batch normalization (Ioffe and Szegedy, 2015): y = gamma (x - mean) / sqrt(variance + epsilon) + beta, per feature. In
/// training, mean and variance (divided by n) are the batch's; in inference, moving averages of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormalizationAttribute : LayerAttribute
{
    /// <summary>Default weight of the old value in the moving statistics, in [0, 1). Default: 0.99.</summary>
    public float Momentum { get; set; } = 0.99f;

    /// <summary>Default of what is added to the variance, greater than 0. Default: 0.001.</summary>
    public float Epsilon { get; set; } = 1e-3f;

    /// <summary>Whether beta is added. Default: true.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether gamma is multiplied. Default: true.</summary>
    public bool Scale { get; set; } = true;
}
