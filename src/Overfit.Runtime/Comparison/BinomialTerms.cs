namespace Overfit;

/// <summary>
/// Powers over gamma functions, without the cancellation that differences of log-gammas suffer: Loader's saddle-point form
/// ("Fast and accurate computation of binomial probabilities", 2000), continued to real arguments.
/// </summary>
internal static class BinomialTerms
{
    /// <summary>x^a y^b / B(a, b) with x + y = 1; both are asked for because 1 - x may not hold all digits of y.</summary>
    public static double BetaTerm(double a, double b, double x, double y)
    {
        double n = a + b;
        double exponent = StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y);
        return Math.Exp(exponent) * Math.Sqrt(a / n * b / (2 * Math.PI));
    }

    /// <summary>x^a e^-x / Gamma(a).</summary>
    public static double GammaTerm(double a, double x) =>
        Math.Exp(-StirlingError(a) - Deviance(a, x)) * Math.Sqrt(a / (2 * Math.PI));

    /// <summary>ln Gamma(x + 1) - ((x + 1/2) ln x - x + ln(2 pi) / 2), for x greater than 0.</summary>
    private static double StirlingError(double x)
    {
        // The series is good to 2e-16 from 15 on; the recurrence of the gamma function leads there.
        double steps = 0;
        while (x < 15)
        {
            steps += ((x + 0.5) * LogOnePlus(1 / x)) - 1;
            x++;
        }

        double square = x * x;
        return steps + ((1.0 / 12 - ((1.0 / 360 - ((1.0 / 1260 - ((1.0 / 1680 - (1.0 / 1188 / square)) / square)) / square)) / square)) / x);
    }

    /// <summary>x ln(x / m) + m - x, which is 0 where x = m and positive elsewhere.</summary>
    private static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) + m - x;
        }

        // ln(x / m) = 2 artanh(v): its series, from which the terms that would cancel are taken out.
        double v = (x - m) / (x + m);
        double sum = (x - m) * v;
        double power = 2 * x * v;
        for (int j = 1; ; j++)
        {
            power *= v * v;
            double next = sum + (power / ((2 * j) + 1));
            if (next == sum || double.IsNaN(next))
            {
                return next;
            }

            sum = next;
        }
    }

    /// <summary>ln(1 + u) for u greater than 0, to full relative accuracy (Kahan's correction of the rounding in 1 + u).</summary>
    private static double LogOnePlus(double u)
    {
        double rounded = 1 + u;
        return rounded == 1 ? u : double.IsInfinity(rounded) ? Math.Log(u) : Math.Log(rounded) * (u / (rounded - 1));
    }
}
