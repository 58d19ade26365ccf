using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>Functions that TensorPrimitives lacks, or computes differently at each register width.</summary>
internal static class Polynomial
{
    /// <summary>
    /// log(1 + x) for x in [0, 1]: 2 artanh(s) with s = x / (2 + x), at most 1/3, as s times a minimax fit of our own in s^2,
    /// within 0.1 units of 2^-24.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogOnePlus<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector s = x / (x + TVector.Broadcast(2));
        TVector square = s * s;
        TVector series = TVector.MultiplyAdd(square, TVector.Broadcast(0.280082762f), TVector.Broadcast(0.280026555f));
        series = TVector.MultiplyAdd(square, series, TVector.Broadcast(0.400214672f));
        series = TVector.MultiplyAdd(square, series, TVector.Broadcast(0.666664183f));
        series = TVector.MultiplyAdd(square, series, TVector.Broadcast(2));
        return s * series;
    }

    /// <summary>
    /// Q(t) of the normal distribution's tail P(X &gt; a) = t Q(t) exp(-a^2 / 2), t = 1 / (1 + a / sqrt 8): a Chebyshev fit of
    /// our own for a up to 16, where exp(-a^2 / 2) is 0 in floats. Rounding included, it is within 1.7 units of 2^-24.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalTail<TVector>(TVector t)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector series = TVector.MultiplyAdd(t, TVector.Broadcast(0.00772321224f), TVector.Broadcast(-0.0693613067f));
        series = TVector.MultiplyAdd(t, series, TVector.Broadcast(0.230520397f));
        series = TVector.MultiplyAdd(t, series, TVector.Broadcast(-0.353438586f));
        series = TVector.MultiplyAdd(t, series, TVector.Broadcast(0.223389789f));
        series = TVector.MultiplyAdd(t, series, TVector.Broadcast(-0.0545985736f));
        series = TVector.MultiplyAdd(t, series, TVector.Broadcast(0.114169553f));
        series = TVector.MultiplyAdd(t, series, TVector.Broadcast(0.119121693f));
        series = TVector.MultiplyAdd(t, series, TVector.Broadcast(0.141441762f));
        return TVector.MultiplyAdd(t, series, TVector.Broadcast(0.141032055f));
    }
}
