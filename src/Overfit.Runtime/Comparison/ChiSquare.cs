namespace Overfit;

/// <summary>The chi-square distribution: of a sum of squares of independent standard normal numbers.</summary>
public sealed class ChiSquare
{
    /// <summary>The distribution with these degrees of freedom.</summary>
    /// <param name="degreesOfFreedom">Finite, greater than 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are out of range.</exception>
    public ChiSquare(double degreesOfFreedom) =>
        DegreesOfFreedom = Inversion.RequireDegrees(degreesOfFreedom, nameof(degreesOfFreedom));

    /// <summary>Degrees of freedom.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The probability of a value up to <paramref name="x"/>: P(n/2, x/2) (Abramowitz and Stegun, 26.4.19).</summary>
    /// <param name="x">Any number; below 0 the probability is 0.</param>
    public double Cdf(double x) => IncompleteGamma.Lower(DegreesOfFreedom / 2, x / 2);

    /// <summary>The value below which a share of the distribution lies.</summary>
    /// <param name="probability">The share, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability does not lie between 0 and 1.</exception>
    public double Quantile(double probability)
    {
        Inversion.RequireProbability(probability);
        if (probability == 1)
        {
            return double.PositiveInfinity;
        }

        // 1 - p is exact for doubles above 1/2, so neither tail loses digits.
        return probability <= 0.5
            ? Inversion.FirstWhere(x => Cdf(x) >= probability)
            : Inversion.FirstWhere(x => IncompleteGamma.Upper(DegreesOfFreedom / 2, x / 2) <= 1 - probability);
    }
}
