namespace Overfit;

/// <summary>Fisher's F distribution: of a ratio of two independent mean squares of normal numbers with the same variance.</summary>
public sealed class FisherF
{
    /// <summary>The distribution with these degrees of freedom.</summary>
    /// <param name="numerator">Degrees of freedom of the numerator; finite, greater than 0.</param>
    /// <param name="denominator">Degrees of freedom of the denominator; finite, greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom are out of range.</exception>
    public FisherF(double numerator, double denominator)
    {
        Numerator = Inversion.RequireDegrees(numerator, nameof(numerator));
        Denominator = Inversion.RequireDegrees(denominator, nameof(denominator));
    }

    /// <summary>Degrees of freedom of the numerator.</summary>
    public double Numerator { get; }

    /// <summary>Degrees of freedom of the denominator.</summary>
    public double Denominator { get; }

    /// <summary>
    /// The probability of a ratio up to <paramref name="ratio"/>: I_x(m/2, n/2) with x = m ratio / (m ratio + n)
    /// (Abramowitz and Stegun, 26.6.2).
    /// </summary>
    /// <param name="ratio">Any number; below 0 the probability is 0.</param>
    public double Cdf(double ratio)
    {
        double scaled = Numerator / Denominator * ratio;
        return ratio <= 0 ? 0
            : double.IsPositiveInfinity(scaled) ? 1
            : IncompleteBeta.Lower(Numerator / 2, Denominator / 2, scaled / (1 + scaled), 1 / (1 + scaled));
    }
}
