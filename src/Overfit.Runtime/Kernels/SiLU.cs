using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>f(x) = x s(x), s the sigmoid; f' = s (1 + x (1 - s)).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLU : IActivation
{
    /// <summary>From here on the smaller of s and 1 - s is 0 in floats; an infinite x times 0 would be NaN.</summary>
    private const float Farthest = 128;

    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Value>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx);

    private readonly struct Value : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x)
            where TVector : unmanaged, IVector<TVector>
        {
            Logistic.Of(x, out TVector sigmoid, out _);
            return TVector.Max(TVector.Broadcast(-Farthest), x) * sigmoid;
        }
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right)
            where TVector : unmanaged, IVector<TVector>
        {
            Logistic.Of(left, out TVector sigmoid, out TVector rest);
            TVector x = TVector.Max(TVector.Broadcast(-Farthest), left);
            x = TVector.Zero - TVector.Max(TVector.Broadcast(-Farthest), TVector.Zero - x);
            return right * (sigmoid * TVector.MultiplyAdd(x, rest, TVector.Broadcast(1)));
        }
    }
}
