namespace Overfit;

/// <summary>
/// The regularized incomplete gamma functions P(a, x) and Q = 1 - P (NIST Digital Library of Mathematical Functions, 8.2).
/// </summary>
internal static class IncompleteGamma
{
    /// <summary>A factor this close to 1 differs from it by rounding alone.</summary>
    private const double Settled = 4e-16;

    /// <summary>P(a, x).</summary>
    public static double Lower(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Upper(a, x);

    /// <summary>Q(a, x), without the cancellation of 1 - P.</summary>
    public static double Upper(double a, double x) =>
        x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : double.IsPositiveInfinity(x) ? 0 : Fraction(a, x);

    /// <summary>P by its power series (8.7.1).</summary>
    private static double Series(double a, double x)
    {
        double term = 1 / a, sum = term;
        for (int n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return BinomialTerms.GammaTerm(a, x) * sum;
    }

    /// <summary>Q by its continued fraction (8.9.2, contracted), evaluated from the front by Lentz's method.</summary>
    private static double Fraction(double a, double x)
    {
        double b = x + 1 - a;
        double c = double.MaxValue, d = 1 / b, value = d;
        for (int n = 1; ; n++)
        {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / NotZero((numerator * d) + b);
            c = NotZero(b + (numerator / c));
            double factor = c * d;
            value *= factor;
            if (!(Math.Abs(factor - 1) > Settled))
            {
                return BinomialTerms.GammaTerm(a, x) * value;
            }
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
