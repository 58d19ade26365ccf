namespace Overfit;

/// <summary>Inverts distribution functions.</summary>
internal static class Inversion
{
    /// <summary>
    /// The smallest x at least 0 where a condition holds that holds from some x on. Nonnegative doubles are ordered as their
    /// bits are, so bisection over the bits finds it to the last digit in 63 steps, whatever its size.
    /// </summary>
    public static double FirstWhere(Func<double, bool> holds)
    {
        long low = 0, high = BitConverter.DoubleToInt64Bits(double.PositiveInfinity);
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (holds(BitConverter.Int64BitsToDouble(middle)))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return BitConverter.Int64BitsToDouble(high);
    }

    /// <summary>Refuses what is no probability.</summary>
    public static void RequireProbability(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, $"The probability is {probability}; it must lie between 0 and 1.");
        }
    }

    /// <summary>Refuses what cannot be degrees of freedom.</summary>
    public static double RequireDegrees(double degrees, string name) => double.IsFinite(degrees) && degrees > 0
        ? degrees
        : throw new ArgumentOutOfRangeException(name, degrees, $"{name} is {degrees}; it must be a finite number greater than 0.");
}
