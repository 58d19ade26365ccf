using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>The hyperbolic tangent; f' = 1 - y^2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Tanh : IActivation
{
    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Tanh(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx);

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector> => right * (TVector.Broadcast(1) - (left * left));
    }
}
