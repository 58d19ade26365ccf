using System.Runtime.CompilerServices;

namespace Overfit.Kernels;

/// <summary>
/// exp(x) for x up to 0, which is all that the kernels need: of other values they take exp(-|x|), or subtract the largest
/// first. x = n ln 2 + r with a whole n makes exp(x) = 2^n (1 + p), p = exp(r) - 1, with the polynomial of Cephes's expf
/// (Moshier, 1992) on |r| up to ln 2 / 2. Unlike TensorPrimitives's, it is exactly 1 at 0, and keeps exp(x) - 1 accurate there.
/// </summary>
internal readonly struct Exponential : IUnaryFunction
{
    /// <summary>Below it exp(x) is less than half the smallest float.</summary>
    private const float Lowest = -104;

    /// <summary>Below it exp(x) - 1 is -1.</summary>
    private const float LowestMinusOne = -25;

    /// <summary>1.5 * 2^23: what is added to it is rounded to a whole number.</summary>
    private const float Rounder = 12582912;

    private const float InverseOfLogTwo = 1.44269504f;

    /// <summary>ln 2 in two parts; the first has 10 digits, so that multiples of it are exact.</summary>
    private const float LogTwoHigh = 0.693359375f;

    private const float LogTwoLow = -2.12194440e-4f;

    /// <summary>exp(x), accurate down to the smallest floats. NaN stays NaN.</summary>
    /// <remarks>2^n is applied in two steps, since it may be smaller than any float with all its digits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>
    {
        const float Step = 75;
        const float PowerOfMinusStep = 2.64697796e-23f;
        TVector p = Reduce(TVector.Max(TVector.Broadcast(Lowest), x), out TVector n);
        TVector large = (p + TVector.Broadcast(1)) * TVector.PowerOfTwo(n + TVector.Broadcast(Step));
        return large * TVector.Broadcast(PowerOfMinusStep);
    }

    /// <summary>exp(x) - 1, accurate also near 0. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MinusOne<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector p = Reduce(TVector.Max(TVector.Broadcast(LowestMinusOne), x), out TVector n);
        TVector power = TVector.PowerOfTwo(n);
        return TVector.MultiplyAdd(power, p, power - TVector.Broadcast(1));
    }

    /// <summary>exp(-|x|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfMinusAbsolute<TVector>(TVector x)
        where TVector : unmanaged, IVector<TVector> => Apply(TVector.Zero - TVector.Abs(x));

    /// <summary>n and exp(r) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reduce<TVector>(TVector x, out TVector n)
        where TVector : unmanaged, IVector<TVector>
    {
        TVector rounder = TVector.Broadcast(Rounder);
        n = TVector.MultiplyAdd(x, TVector.Broadcast(InverseOfLogTwo), rounder) - rounder;
        TVector r = TVector.MultiplyAdd(n, TVector.Broadcast(-LogTwoHigh), x);
        r = TVector.MultiplyAdd(n, TVector.Broadcast(-LogTwoLow), r);
        TVector series = TVector.MultiplyAdd(r, TVector.Broadcast(1.9875691500e-4f), TVector.Broadcast(1.3981999507e-3f));
        series = TVector.MultiplyAdd(r, series, TVector.Broadcast(8.3334519073e-3f));
        series = TVector.MultiplyAdd(r, series, TVector.Broadcast(4.1665795894e-2f));
        series = TVector.MultiplyAdd(r, series, TVector.Broadcast(1.6666665459e-1f));
        series = TVector.MultiplyAdd(r, series, TVector.Broadcast(5.0000001201e-1f));
        return TVector.MultiplyAdd(r * r, series, r);
    }
}
