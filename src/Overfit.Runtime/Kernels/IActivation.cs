namespace Overfit.Kernels;
/// <summary>x</summary>
public interface IActivation
{
    /// <summary>x</summary>
    static abstract void Forward(ReadOnlySpan<float> x, Span<float> y);
    /// <summary>x</summary>
    static abstract void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx);
}
