namespace Overfit;

/// <summary>Student's t distribution: of a mean divided by its estimated standard error.</summary>
public sealed class StudentT
{
    /// <summary>A value of t / sqrt(n) whose square is still a finite number.</summary>
    private const double Far = 1e100;

    /// <summary>The distribution with these degrees of freedom.</summary>
    /// <param name="degreesOfFreedom">Finite, greater than 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are out of range.</exception>
    public StudentT(double degreesOfFreedom) =>
        DegreesOfFreedom = Inversion.RequireDegrees(degreesOfFreedom, nameof(degreesOfFreedom));

    /// <summary>Degrees of freedom.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The probability of a value up to <paramref name="t"/>: I_x(n/2, 1/2) / 2 with x = n / (n + t^2) for t up to 0
    /// (Abramowitz and Stegun, 26.7.1).</summary>
    /// <param name="t">Any number; infinities have the probabilities 0 and 1.</param>
    public double Cdf(double t) => t <= 0 ? Tail(-t) : 1 - Tail(t);

    /// <summary>The value below which a share of the distribution lies.</summary>
    /// <param name="probability">The share, from 0 to 1; 0.975 for the upper end of a 95 % interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability does not lie between 0 and 1.</exception>
    public double Quantile(double probability)
    {
        Inversion.RequireProbability(probability);
        if (probability == 0)
        {
            return double.NegativeInfinity;
        }

        if (probability > 0.5)
        {
            // The difference is exact for doubles in this range, so the upper tail loses nothing.
            return -Quantile(1 - probability);
        }

        // Around the middle the tail hardly changes, but the part between -t and t does.
        return probability > 0.25
            ? -Inversion.FirstWhere(t => Middle(t) >= 1 - (2 * probability))
            : -Inversion.FirstWhere(t => Tail(t) <= probability);
    }

    /// <summary>The probability of more than t, which is at least 0.</summary>
    private double Tail(double t)
    {
        double ratio = t / Math.Sqrt(DegreesOfFreedom);
        if (ratio > Far)
        {
            // From here on the square would overflow, but the tail is a power of t to more digits than there are.
            return TailOf(Far) * Math.Pow(ratio / Far, -DegreesOfFreedom);
        }

        return TailOf(ratio);
    }

    private double TailOf(double ratio)
    {
        (double x, double y) = Shares(ratio);
        return IncompleteBeta.Lower(DegreesOfFreedom / 2, 0.5, x, y) / 2;
    }

    /// <summary>The probability of a value between -t and t, which is at least 0.</summary>
    private double Middle(double t)
    {
        (double x, double y) = Shares(Math.Min(t / Math.Sqrt(DegreesOfFreedom), Far));
        return IncompleteBeta.Lower(0.5, DegreesOfFreedom / 2, y, x);
    }

    /// <summary>1 / (1 + r^2) and r^2 / (1 + r^2), which are n / (n + t^2) and t^2 / (n + t^2) where r^2 = t^2 / n.</summary>
    private static (double X, double Y) Shares(double ratio)
    {
        double square = ratio * ratio;
        return (1 / (1 + square), 1 / (1 + (1 / square)));
    }
}
