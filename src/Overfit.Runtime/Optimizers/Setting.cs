using System.Globalization;
using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>Lets a setting's value through if it is in range, and says what was expected if it is not.</summary>
internal static class Setting
{
    /// <summary>A finite float, at least 0.</summary>
    public static double AtLeastZero(double value, [CallerMemberName] string setting = "") =>
        value >= 0 && IsFloat(value) ? value : throw Unfit(setting, value, "a finite float, at least 0 and at most 3.4e38");

    /// <summary>A finite float, more than 0; what would round to 0 is not.</summary>
    public static double Positive(double value, [CallerMemberName] string setting = "") =>
        (float)value > 0 && IsFloat(value) ? value : throw Unfit(setting, value, "a finite float greater than 0, such as 1e-7");

    /// <summary>How much of the past a mean keeps: from 0 to less than 1.</summary>
    public static double Decay(double value, [CallerMemberName] string setting = "") =>
        value is >= 0 and < 1 ? value : throw Unfit(setting, value, "at least 0 and less than 1, such as 0.9");

    /// <summary>From 0 to 1, both included.</summary>
    public static double Fraction(double value, [CallerMemberName] string setting = "") =>
        value is >= 0 and <= 1 ? value : throw Unfit(setting, value, "from 0 to 1, such as 0.9");

    private static bool IsFloat(double value) => float.IsFinite((float)value);

    private static ArgumentOutOfRangeException Unfit(string setting, double value, string expected) =>
        new(setting, string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}. It must be {expected}."));
}
