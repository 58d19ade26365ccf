using Overfit;

namespace FashionMnist;

/// <summary>How many of a number of cases are hits.</summary>
internal readonly record struct Share(int Hits, int Count)
{
    /// <summary>From 0 to 1; NaN of no cases at all.</summary>
    public double Value => (double)Hits / Count;

    /// <summary>
    /// Wilson's interval (1927) for the probability of a hit where the cases are independent: unlike share ± 1.96 standard
    /// errors it stays between 0 and 1 and holds what it promises near both.
    /// </summary>
    /// <param name="level">How often such intervals hold the probability, between 0 and 1. Default: 0.95.</param>
    public Interval ConfidenceInterval(double level = 0.95)
    {
        double z2 = new ChiSquare(1).Quantile(level);   // the square of a normal deviate
        double middle = (Hits + (z2 / 2)) / (Count + z2);
        double reach = Math.Sqrt(z2 * ((Hits * (1 - Value)) + (z2 / 4))) / (Count + z2);
        return new Interval(middle - reach, middle + reach);
    }
}
