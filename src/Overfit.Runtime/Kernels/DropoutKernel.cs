using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>What emitted code calls for dropout.</summary>
/// <remarks>
/// Masks are multiplied by the library's own loop: TensorPrimitives starts unoptimized in every process, and a training of a
/// small net is over before it is compiled again.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutKernel
{
    /// <summary>Draws a mask and applies it: y = x * mask.</summary>
    /// <param name="random">The step's random numbers.</param>
    /// <param name="layer">Number of the dropout layer, from 0; each has numbers of its own.</param>
    /// <param name="rate">Probability of dropping a value.</param>
    /// <param name="x">[values].</param>
    /// <param name="mask">[values], overwritten: 0 or 1 / (1 - rate).</param>
    /// <param name="y">[values], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward(
        in DropoutRandom random, int layer, float rate, ReadOnlySpan<float> x, Span<float> mask, Span<float> y)
    {
        random.FillMask(layer, rate, mask);
        Elementwise.Map<Multiplication>(x, mask, y);
    }

    /// <summary>dx = dy * mask.</summary>
    /// <param name="mask">[values]: what the forward pass left.</param>
    /// <param name="dy">[values].</param>
    /// <param name="dx">[values], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Backward(ReadOnlySpan<float> mask, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Multiplication>(dy, mask, dx);
}
