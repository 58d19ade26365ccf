using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// Gradient descent with momentum as Keras writes it: <c>m = momentum * m - stepSize * g; w += m</c>; Nesterov's looks one
/// step ahead: <c>w += momentum * m - stepSize * g</c>. Moment: m.
/// </summary>
internal readonly struct MomentumRule<TNesterov>(float stepSize, float momentum) : IUpdateRule
    where TNesterov : struct, ISwitch
{
    private readonly float _minusStepSize = -stepSize;
    private readonly float _momentum = momentum;

    public static int Moments
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Step<TVector>(TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector momentum = TVector.Broadcast(_momentum);
        TVector descent = gradient * TVector.Broadcast(_minusStepSize);
        first = TVector.MultiplyAdd(first, momentum, descent);
        return parameter + (TNesterov.IsOn ? TVector.MultiplyAdd(first, momentum, descent) : first);
    }
}
