using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// exp(x) with its constants in registers. x = n ln 2 + r with a whole n makes it 2^n (1 + p), p = exp(r) - 1, a polynomial on
/// |r| up to ln 2 / 2: a minimax fit of our own, within 0.3 units of 2^-24 of p. Unlike TensorPrimitives's, it is exactly 1 at
/// 0, and keeps exp(x) - 1 accurate there.
/// </summary>
internal readonly struct ExponentialRegisters<TVector>
    where TVector : unmanaged, IVector<TVector>
{
    private readonly TVector _inverseOfLogTwo;
    private readonly TVector _minusLogTwo;
    private readonly TVector _minusLogTwoHigh;
    private readonly TVector _minusLogTwoLow;
    private readonly TVector _shifter;
    private readonly TVector _highShifter;
    private readonly TVector _powerOfMinus75;
    private readonly TVector _series0;
    private readonly TVector _series1;
    private readonly TVector _series2;
    private readonly TVector _series3;
    private readonly TVector _series4;

    /// <summary>Loads the constants; those that a loop does not use, the compiler leaves out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExponentialRegisters(in ExponentialConstants constants)
    {
        _inverseOfLogTwo = TVector.Broadcast(constants.InverseOfLogTwo);
        _minusLogTwo = TVector.Broadcast(constants.MinusLogTwo);
        _minusLogTwoHigh = TVector.Broadcast(constants.MinusLogTwoHigh);
        _minusLogTwoLow = TVector.Broadcast(constants.MinusLogTwoLow);
        _shifter = TVector.Broadcast(constants.Shifter);
        _highShifter = TVector.Broadcast(constants.HighShifter);
        _powerOfMinus75 = TVector.Broadcast(constants.PowerOfMinus75);
        _series0 = TVector.Broadcast(constants.Series0);
        _series1 = TVector.Broadcast(constants.Series1);
        _series2 = TVector.Broadcast(constants.Series2);
        _series3 = TVector.Broadcast(constants.Series3);
        _series4 = TVector.Broadcast(constants.Series4);
    }

    /// <summary>exp(x) for x up to 36, accurate down to the smallest floats. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Of(TVector x) => OfBounded(TVector.Max(TVector.Broadcast(Exponential.Lowest), x));

    /// <summary>The same of x that is not below <see cref="Exponential.Lowest"/>.</summary>
    /// <remarks>2^n is applied in two steps, since it may be smaller than any float with all its digits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector OfBounded(TVector x)
    {
        TVector shifted = TVector.MultiplyAdd(x, _inverseOfLogTwo, _highShifter);
        TVector n = shifted - _highShifter;
        TVector r = TVector.MultiplyAdd(n, _minusLogTwoHigh, x);
        r = TVector.MultiplyAdd(n, _minusLogTwoLow, r);
        TVector large = TVector.PowerOfTwo(shifted);
        return TVector.MultiplyAdd(large, Remainder(r), large) * _powerOfMinus75;
    }

    /// <summary>exp(x) - 1 for x up to 20, accurate also near 0. NaN stays NaN.</summary>
    /// <remarks>
    /// ln 2 in one part is off by 2e-9, r by n times that, and what is made of it by 2^n times that. Below 0 this is at most
    /// 1e-9, where the result, for other n than 0, is at least 0.29 from 0; above 0, a share of at most 6e-8 of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector MinusOne(TVector x)
    {
        TVector bounded = TVector.Max(TVector.Broadcast(Exponential.LowestMinusOne), x);
        TVector shifted = TVector.MultiplyAdd(bounded, _inverseOfLogTwo, _shifter);
        TVector r = TVector.MultiplyAdd(shifted - _shifter, _minusLogTwo, bounded);
        TVector power = TVector.PowerOfTwo(shifted);
        return TVector.MultiplyAdd(power, Remainder(r), power - TVector.Broadcast(1));
    }

    /// <summary>exp(r) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Remainder(TVector r)
    {
        TVector series = TVector.MultiplyAdd(r, _series4, _series3);
        series = TVector.MultiplyAdd(r, series, _series2);
        series = TVector.MultiplyAdd(r, series, _series1);
        series = TVector.MultiplyAdd(r, series, _series0);
        return TVector.MultiplyAdd(r * r, series, r);
    }
}
