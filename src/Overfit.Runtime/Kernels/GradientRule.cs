using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>Gradient descent: <c>w -= stepSize * g</c>. No moments.</summary>
internal readonly struct GradientRule(float stepSize) : IUpdateRule
{
    private readonly float _minusStepSize = -stepSize;

    public static int Moments
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Step<TVector>(TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : unmanaged, IVector<TVector> =>
        TVector.MultiplyAdd(gradient, TVector.Broadcast(_minusStepSize), parameter);
}
