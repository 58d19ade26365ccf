namespace Overfit.Kernels;

/// <summary>Where the tensors of a batch normalization stand; what a pass does not use is null.</summary>
internal unsafe ref struct BatchNormalizationOperands
{
    public float* X;
    public float* Gamma;
    public float* Beta;
    public float* MovingMean;
    public float* MovingVariance;
    public float Momentum;

    /// <summary>1 - <see cref="Momentum"/>.</summary>
    public float RestOfMomentum;

    public float Epsilon;
    public float* Statistics;
    public float* Y;
    public float* DY;
    public float* DGamma;
    public float* DBeta;
    public float* DX;
}
