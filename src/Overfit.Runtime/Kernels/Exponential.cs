using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// exp(x). x = n ln 2 + r with a whole n makes it 2^n (1 + p), p = exp(r) - 1, a polynomial on |r| up to ln 2 / 2: a minimax
/// fit of our own, within 0.3 units of 2^-24 of p. Unlike TensorPrimitives's, it is exactly 1 at 0, and keeps exp(x) - 1
/// accurate there.
/// </summary>
internal readonly struct Exponential : IUnaryFunction
{
    /// <summary>Below it exp(x) is less than half the smallest float.</summary>
    public const float Lowest = -104;

    /// <summary>Below it exp(x) - 1 is -1.</summary>
    private const float LowestMinusOne = -25;

    private const float InverseOfLogTwo = 1.44269504f;

    private const float LogTwo = 0.693147181f;

    /// <summary>ln 2 in two parts; the first has 10 digits, so that multiples of it are exact.</summary>
    private const float LogTwoHigh = 0.693359375f;

    private const float LogTwoLow = -2.12194440e-4f;

    /// <summary>exp(x) for x up to 36, accurate down to the smallest floats. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector> => Bounded(TVector.Max(TVector.Broadcast(Lowest), x));

    /// <summary>The same of x that is not below <see cref="Lowest"/>.</summary>
    /// <remarks>2^n is applied in two steps, since it may be smaller than any float with all its digits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bounded<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>
    {
        const float Step = 75;
        const float PowerOfMinusStep = 2.64697796e-23f;
        TVector shifter = TVector.Broadcast(IVector<TVector>.ExponentShifter + Step);
        TVector shifted = TVector.MultiplyAdd(x, TVector.Broadcast(InverseOfLogTwo), shifter);
        TVector n = shifted - shifter;
        TVector r = TVector.MultiplyAdd(n, TVector.Broadcast(-LogTwoHigh), x);
        r = TVector.MultiplyAdd(n, TVector.Broadcast(-LogTwoLow), r);
        TVector large = TVector.PowerOfTwo(shifted);
        return TVector.MultiplyAdd(large, Remainder(r), large) * TVector.Broadcast(PowerOfMinusStep);
    }

    /// <summary>exp(x) - 1 for x up to 0, accurate also near 0. NaN stays NaN.</summary>
    /// <remarks>
    /// ln 2 in one part is off by 2e-9, r by n times that, and what is made of it by 2^n times that: at most 1e-9, where the
    /// result, for other n than 0, is at least 0.29 from 0.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MinusOne<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector bounded = TVector.Max(TVector.Broadcast(LowestMinusOne), x);
        TVector shifter = TVector.Broadcast(IVector<TVector>.ExponentShifter);
        TVector shifted = TVector.MultiplyAdd(bounded, TVector.Broadcast(InverseOfLogTwo), shifter);
        TVector r = TVector.MultiplyAdd(shifted - shifter, TVector.Broadcast(-LogTwo), bounded);
        TVector power = TVector.PowerOfTwo(shifted);
        return TVector.MultiplyAdd(power, Remainder(r), power - TVector.Broadcast(1));
    }

    /// <summary>exp(r) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Remainder<TVector>(TVector r)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector series = TVector.MultiplyAdd(r, TVector.Broadcast(0.00138825248f), TVector.Broadcast(0.00836653449f));
        series = TVector.MultiplyAdd(r, series, TVector.Broadcast(0.0416672006f));
        series = TVector.MultiplyAdd(r, series, TVector.Broadcast(0.166665435f));
        series = TVector.MultiplyAdd(r, series, TVector.Broadcast(0.49999997f));
        return TVector.MultiplyAdd(r * r, series, r);
    }
}
