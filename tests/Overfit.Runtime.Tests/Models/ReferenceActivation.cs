namespace Overfit.Tests.Models;

/// <summary>Activations and their derivatives in double, as a textbook writes them.</summary>
internal static class ReferenceActivation
{
    /// <summary>f(x) of an activation of single values.</summary>
    public static double Value(Activation activation, double x) => activation switch
    {
        Activation.Linear => x,
        Activation.ReLU => Math.Max(x, 0),
        Activation.LeakyReLU => x > 0 ? x : 0.2f * x,
        Activation.ELU => x > 0 ? x : ExpMinusOne(x),
        Activation.GELU => x * NormalTail(-x),
        Activation.SiLU => x / (1 + Math.Exp(-x)),
        Activation.Tanh => Math.Tanh(x),
        Activation.Sigmoid => 1 / (1 + Math.Exp(-x)),
        Activation.Softplus => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x))),
        _ => throw new NotSupportedException($"{activation} is no function of one value"),
    };

    /// <summary>f'(x).</summary>
    public static double Slope(Activation activation, double x)
    {
        double sigmoid = 1 / (1 + Math.Exp(-x));
        return activation switch
        {
            Activation.Linear => 1,
            Activation.ReLU => x > 0 ? 1 : 0,
            Activation.LeakyReLU => x > 0 ? 1 : 0.2f,
            Activation.ELU => x > 0 ? 1 : Math.Exp(x),
            Activation.GELU => NormalTail(-x) + (x * Density(x)),
            Activation.SiLU => sigmoid * (1 + (x / (1 + Math.Exp(x)))),
            Activation.Tanh => 1 / (Math.Cosh(x) * Math.Cosh(x)),
            Activation.Sigmoid => sigmoid / (1 + Math.Exp(x)),
            Activation.Softplus => sigmoid,
            _ => throw new NotSupportedException($"{activation} is no function of one value"),
        };
    }

    /// <summary>Softmax of each row of <paramref name="width"/> values.</summary>
    public static double[] Softmax(double[] x, int width) => [.. x.Chunk(width).SelectMany(row =>
    {
        double largest = row.Max();
        double[] exponentials = [.. row.Select(value => Math.Exp(value - largest))];
        double sum = exponentials.Sum();
        return exponentials.Select(exponential => exponential / sum);
    })];

    /// <summary>
    /// The probability that a standard normal number exceeds x: a series near 0 (Abramowitz and Stegun 26.2.11), a continued
    /// fraction far from it (26.2.14).
    /// </summary>
    public static double NormalTail(double x)
    {
        if (x < 0)
        {
            return 1 - NormalTail(-x);
        }

        if (x < 3)
        {
            double term = x, sum = x;
            for (int k = 1; k < 80; k++)
            {
                term *= x * x / ((2 * k) + 1);
                sum += term;
            }

            return 0.5 - (Density(x) * sum);
        }

        double fraction = 0;
        for (int k = 150; k > 0; k--)
        {
            fraction = k / (x + fraction);
        }

        return Density(x) / (x + fraction);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>exp(x) - 1 without cancellation: sinh has none.</summary>
    private static double ExpMinusOne(double x) => 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);

    /// <summary>log(1 + x) without cancellation (Kahan).</summary>
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : x * (Math.Log(sum) / (sum - 1));
    }
}
