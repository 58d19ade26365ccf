using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>The tensors of one batch normalization.</summary>
internal sealed class NormalizationData
{
    private readonly int _rows;
    private readonly int _features;
    private readonly Block _x;
    private readonly Block _y;
    private readonly Block _dy;
    private readonly Block _dx;
    private readonly Block _gamma;
    private readonly Block _beta;
    private readonly Block _dGamma;
    private readonly Block _dBeta;
    private readonly Block _mean;
    private readonly Block _variance;
    private readonly Block _statistics;

    public NormalizationData(int rows, int features)
    {
        (_rows, _features) = (rows, features);
        _x = Numbers.Normal(rows * features, seed: 1);
        _y = new(rows * features);
        _dy = Numbers.Normal(rows * features, seed: 2);
        _dx = new(rows * features);
        _gamma = Numbers.Normal(features, seed: 3);
        _beta = Numbers.Normal(features, seed: 4);
        _dGamma = new(features);
        _dBeta = new(features);
        _mean = new(features);
        _variance = new(features);
        _statistics = new(2 * features);
    }

    /// <summary>The training pass.</summary>
    public void Forward() => BatchNormalizationKernel.ForwardTraining<Linear>(
        _rows, _features, _x.Span, _gamma.Span, _beta.Span, _mean.Span, _variance.Span, 0.99f, 1e-3f, _statistics.Span, _y.Span);

    /// <summary>All gradients.</summary>
    public void Backward() => BatchNormalizationKernel.Backward(
        _rows, _features, _x.Span, _gamma.Span, _statistics.Span, _dy.Span, _dGamma.Span, _dBeta.Span, _dx.Span);
}
