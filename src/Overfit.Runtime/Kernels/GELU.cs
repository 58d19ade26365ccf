using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// f(x) = x P(x), P the normal distribution function (Hendrycks and Gimpel, 2016, the exact form); f' = P + x p, p the normal
/// density. Both follow from exp(-x^2 / 2).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GELU : IActivation
{
    /// <summary>From here on exp(-x^2 / 2) is 0 in floats; -x^2 / 2 is not below what the exponential takes.</summary>
    private const float Farthest = 14.421f;

    /// <summary>1 / sqrt 8.</summary>
    private const float RootEighth = 0.353553391f;

    /// <summary>1 / sqrt(2 pi).</summary>
    private const float DensityAtZero = 0.398942280f;

    /// <inheritdoc/>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Value>(x, y);

    /// <inheritdoc/>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx);

    /// <summary>
    /// P(x) and exp(-x^2 / 2), from which the rounding of x^2 is taken back, of an x that is at most the farthest from 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Distribution<TVector>(TVector x, in ExponentialRegisters<TVector> exp, out TVector exponential)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector one = TVector.Broadcast(1), minusHalf = x * TVector.Broadcast(-0.5f);
        TVector exponent = x * minusHalf;
        TVector rest = TVector.MultiplyAdd(x, minusHalf, -exponent);
        exponential = exp.OfBounded(exponent);
        exponential = TVector.MultiplyAdd(exponential, rest, exponential);
        TVector t = one / TVector.MultiplyAdd(TVector.MinusAbsolute(x), TVector.Broadcast(-RootEighth), one);
        TVector tail = t * Polynomial.NormalTail(t) * exponential;
        return TVector.SelectPositive(x, one - tail, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Bound<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector> =>
        TVector.Min(TVector.Broadcast(Farthest), TVector.Max(TVector.Broadcast(-Farthest), x));

    private readonly struct Value : IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector x, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector> =>
            TVector.Max(TVector.Broadcast(-Farthest), x) * Distribution(Bound(x), exp, out _);
    }

    private readonly struct Derivative : IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TVector>(TVector left, TVector right, in ExponentialRegisters<TVector> exp)
            where TVector : unmanaged, IVector<TVector>
        {
            TVector x = Bound(left);
            TVector distribution = Distribution(x, exp, out TVector exponential);
            return right * TVector.MultiplyAdd(x, exponential * TVector.Broadcast(DensityAtZero), distribution);
        }
    }
}
