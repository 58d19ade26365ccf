using System.ComponentModel;

namespace Overfit.Kernels;

/// <summary>An activation that emitted code calls on all values of a slot. In place is allowed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IActivation
{
    /// <summary>y = f(x).</summary>
    /// <param name="x">[values].</param>
    /// <param name="y">[values], overwritten; may be <paramref name="x"/>.</param>
    static abstract void Forward(ReadOnlySpan<float> x, Span<float> y);

    /// <summary>dx = dy * f'(x).</summary>
    /// <param name="x">[values]; not read by activations whose derivative follows from their output.</param>
    /// <param name="y">[values]: f(x).</param>
    /// <param name="dy">[values].</param>
    /// <param name="dx">[values], overwritten; may be <paramref name="dy"/>.</param>
    static abstract void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx);
}
