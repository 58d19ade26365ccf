namespace Overfit;

/// <summary>The regularized incomplete beta function I_x(a, b) (NIST Digital Library of Mathematical Functions, 8.17).</summary>
internal static class IncompleteBeta
{
    /// <summary>A factor this close to 1 differs from it by rounding alone.</summary>
    private const double Settled = 4e-16;

    /// <summary>I_x(a, b), where y = 1 - x is given apart so that neither end loses digits.</summary>
    public static double Lower(double a, double b, double x, double y)
    {
        if (x <= 0 || y <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges quickly below the mean; beyond it, the other end is computed (8.17.4).
        return x <= (a + 1) / (a + b + 2)
            ? BinomialTerms.BetaTerm(a, b, x, y) / a * Fraction(a, b, x)
            : 1 - (BinomialTerms.BetaTerm(b, a, y, x) / b * Fraction(b, a, y));
    }

    /// <summary>The continued fraction 8.17.22, evaluated from the front by Lentz's method.</summary>
    private static double Fraction(double a, double b, double x)
    {
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double c = 1, value = d;
        for (int m = 1; ; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            double factor = d * c;
            value *= factor;
            if (!(Math.Abs(factor - 1) > Settled))
            {
                return value;
            }
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
