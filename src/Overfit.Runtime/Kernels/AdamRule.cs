using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// Adam as Keras writes it, with decoupled weight decay: <c>w -= w * decay; m += (g - m)(1 - beta1);
/// v += (g^2 - v)(1 - beta2); w -= m * stepSize / (sqrt(v) + epsilon)</c>; AMSGrad divides by the largest v so far.
/// Moments: m, v, and the largest v.
/// </summary>
/// <remarks>
/// The square root and the quotient take most of the time, yet stay the hardware's, which rounds them correctly everywhere:
/// Newton's method instead takes 8 to 12 multiply-adds for either, about what it saves, and rounds as it happens. The square of
/// a gradient is never rounded by itself: of a weight that fades away it would be subnormal, which processors take their time
/// for.
/// </remarks>
/// <param name="stepSize">Learning rate with the step's bias correction.</param>
/// <param name="newFirst">Weight of the gradient in m: 1 - beta1.</param>
/// <param name="newSecond">Weight of the squared gradient in v: 1 - beta2.</param>
/// <param name="epsilon">Keeps the quotient finite.</param>
/// <param name="decay">Fraction of itself that each parameter loses before the step; 0 leaves it as it is, bit for bit.</param>
internal readonly struct AdamRule<TAmsGrad>(float stepSize, float newFirst, float newSecond, float epsilon, float decay)
    : IUpdateRule
    where TAmsGrad : struct, ISwitch
{
    private readonly float _stepSize = stepSize;
    private readonly float _newFirst = newFirst;
    private readonly float _newSecond = newSecond;
    private readonly float _epsilon = epsilon;
    private readonly float _minusDecay = -decay;

    public static int Moments
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TAmsGrad.IsOn ? 3 : 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Step<TVector>(TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : unmanaged, IVector<TVector>
    {
        first = TVector.MultiplyAdd(gradient - first, TVector.Broadcast(_newFirst), first);
        second = TVector.MultiplyAdd(TVector.MultiplyAdd(gradient, gradient, -second), TVector.Broadcast(_newSecond), second);
        third = TAmsGrad.IsOn ? TVector.Max(third, second) : second;

        TVector decayed = TVector.MultiplyAdd(parameter, TVector.Broadcast(_minusDecay), parameter);
        return decayed - (first * TVector.Broadcast(_stepSize) / (TVector.Sqrt(third) + TVector.Broadcast(_epsilon)));
    }
}
