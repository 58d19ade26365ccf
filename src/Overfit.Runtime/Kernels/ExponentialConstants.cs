namespace Overfit.Kernels;

/// <summary>
/// The numbers that <see cref="ExponentialRegisters{TVector}"/> calculates with. A loop takes them from here once: written as
/// constants where they are used, the compiler would load each of them anew in every turn, which takes as long as the
/// arithmetic.
/// </summary>
internal readonly struct ExponentialConstants()
{
    /// <summary>All of them, in memory: what the compiler does not see through.</summary>
    public static readonly ExponentialConstants InMemory = new();

    public readonly float InverseOfLogTwo = 1.44269504f;
    public readonly float MinusLogTwo = -0.693147181f;

    /// <summary>ln 2 in two parts; the first has 10 digits, so that multiples of it are exact.</summary>
    public readonly float MinusLogTwoHigh = -0.693359375f;
    public readonly float MinusLogTwoLow = 2.12194440e-4f;

    public readonly float Shifter = IVector<Lanes4>.ExponentShifter;
    public readonly float HighShifter = IVector<Lanes4>.ExponentShifter + 75;
    public readonly float PowerOfMinus75 = 2.64697796e-23f;

    /// <summary>(exp(r) - 1 - r) / r^2 on |r| up to ln 2 / 2.</summary>
    public readonly float Series0 = 0.49999997f;
    public readonly float Series1 = 0.166665435f;
    public readonly float Series2 = 0.0416672006f;
    public readonly float Series3 = 0.00836653449f;
    public readonly float Series4 = 0.00138825248f;
}
