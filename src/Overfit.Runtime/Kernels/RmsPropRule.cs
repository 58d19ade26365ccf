using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// RMSprop as Keras writes it: <c>v = rho * v + (1 - rho) g^2; w -= stepSize * g / sqrt(v + epsilon)</c>. Centered, a mean of
/// the gradients a is kept likewise and a^2 subtracted from v; with momentum, the quotient is gathered in m and
/// <c>w -= m</c>. Moments: v, then m and a as far as they are used.
/// </summary>
/// <remarks>
/// The square of a gradient is never rounded by itself: of a weight that fades away it would be subnormal, which processors
/// take their time for.
/// </remarks>
internal readonly struct RmsPropRule<TMomentum, TCentered>(
    float stepSize, float rho, float newShare, float epsilon, float momentum) : IUpdateRule
    where TMomentum : struct, ISwitch
    where TCentered : struct, ISwitch
{
    private readonly float _stepSize = stepSize;
    private readonly float _rho = rho;
    private readonly float _newShare = newShare;
    private readonly float _epsilon = epsilon;
    private readonly float _momentum = momentum;

    public static int Moments
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1 + (TMomentum.IsOn ? 1 : 0) + (TCentered.IsOn ? 1 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Step<TVector>(TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : unmanaged, IVector<TVector>
    {
        first = Mean(first, gradient, gradient * TVector.Broadcast(_newShare));
        TVector spread = first;
        if (TCentered.IsOn)
        {
            ref TVector average = ref TMomentum.IsOn ? ref third : ref second;
            average = Mean(average, gradient, TVector.Broadcast(_newShare));

            // A variance; where gradients hardly vary, rounding would make it negative and the root NaN, as it does in Keras.
            spread = TVector.Max(TVector.Zero, first - (average * average));
        }

        TVector step = gradient * TVector.Broadcast(_stepSize) / TVector.Sqrt(spread + TVector.Broadcast(_epsilon));
        if (TMomentum.IsOn)
        {
            second = TVector.MultiplyAdd(second, TVector.Broadcast(_momentum), step);
            step = second;
        }

        return parameter - step;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Mean<TVector>(TVector mean, TVector value, TVector share)
        where TVector : unmanaged, IVector<TVector> =>
        TVector.MultiplyAdd(value, share, mean * TVector.Broadcast(_rho));
}
