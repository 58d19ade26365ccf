using System.Runtime.Intrinsics;
using Overfit.Kernels;

namespace Overfit.Benchmarks.Micro;

/// <summary>How many elements a second a core computes with one operation each, at one register width; measured.</summary>
internal sealed class VectorRates
{
    private const int Steps = 10_000;

    private readonly TimedCall _multiplyAdds;
    private readonly TimedCall _multiplyAddsAndDivision;
    private readonly TimedCall _mixed;
    private readonly TimedCall _divisions;
    private readonly TimedCall _roots;

    private VectorRates(
        int lanes,
        TimedCall multiplyAdds,
        TimedCall multiplyAddsAndDivision,
        TimedCall mixed,
        TimedCall divisions,
        TimedCall roots)
    {
        _multiplyAddsAndDivision = multiplyAddsAndDivision;
        Lanes = lanes;
        _multiplyAdds = multiplyAdds;
        _mixed = mixed;
        _divisions = divisions;
        _roots = roots;
    }

    /// <summary>Floats in a register.</summary>
    public int Lanes { get; }

    /// <summary>Multiply-adds, or products.</summary>
    public double MultiplyAdds => Rate(_multiplyAdds, VectorLoops<Lanes4>.MultiplyAddChains);

    /// <summary>How many multiply-adds a quotient takes the place of, though it has a unit of its own; 0 where none.</summary>
    public double MultiplyAddsPerDivision => Math.Max(
        0, ((_multiplyAddsAndDivision.Median / _multiplyAdds.Median) - 1) * VectorLoops<Lanes4>.MultiplyAddChains);

    /// <summary>Instructions of which half are multiply-adds and half are sums.</summary>
    public double Mixed => Rate(_mixed, 2 * VectorLoops<Lanes4>.MixedChains);

    /// <summary>Quotients.</summary>
    public double Divisions => Rate(_divisions, VectorLoops<Lanes4>.DivisionChains);

    /// <summary>Square roots.</summary>
    public double Roots => Rate(_roots, VectorLoops<Lanes4>.DivisionChains);

    /// <summary>10^9 floating-point operations a second, a multiply-add counted as two.</summary>
    public double PeakGigaflops => 2 * MultiplyAdds / 1e9;

    /// <summary>What is to be sampled.</summary>
    public IEnumerable<TimedCall> Calls => [_multiplyAdds, _multiplyAddsAndDivision, _mixed, _divisions, _roots];

    /// <summary>The rates at each width that the hardware has, the widest first: that is the one the kernels choose.</summary>
    public static IReadOnlyList<VectorRates> OfHardware() =>
    [
        .. Vector512.IsHardwareAccelerated ? [Of<Lanes16>()] : (VectorRates[])[],
        .. Vector256.IsHardwareAccelerated ? [Of<Lanes8>()] : (VectorRates[])[],
        Of<Lanes4>(),
    ];

    private static VectorRates Of<TVector>()
        where TVector : unmanaged, IVector<TVector> => new(
            TVector.Count,
            new(static () => () => VectorLoops<TVector>.MultiplyAdds(Steps)),
            new(static () => () => VectorLoops<TVector>.MultiplyAddsAndDivision(Steps)),
            new(static () => () => VectorLoops<TVector>.Mixed(Steps)),
            new(static () => () => VectorLoops<TVector>.Divisions(Steps)),
            new(static () => () => VectorLoops<TVector>.Roots(Steps)));

    private double Rate(TimedCall call, int operationsPerStep) => (double)Steps * operationsPerStep * Lanes / call.Median;
}
