namespace Overfit.Tests.Optimizers;

/// <summary>
/// A number in double beside a bound of its distance from the same number computed in float: every operation adds what one
/// rounding and its operands' distances can do (running error analysis; Wilkinson, 1963). A formula written with it brings
/// its own tolerance; a fused multiply-add rounds once less, so the bound holds for it too.
/// </summary>
internal readonly struct Rounded(double value, double distance)
{
    private const double Roundoff = 1.0 / (1 << 24);

    public double Value { get; } = value;

    public double Distance { get; } = distance;

    public static implicit operator Rounded(double exact) => new(exact, 0);

    public static Rounded operator +(Rounded a, Rounded b) => Round(a.Value + b.Value, a.Distance + b.Distance);

    public static Rounded operator -(Rounded a, Rounded b) => Round(a.Value - b.Value, a.Distance + b.Distance);

    public static Rounded operator *(Rounded a, Rounded b) => Round(
        a.Value * b.Value, (Math.Abs(a.Value) * b.Distance) + (Math.Abs(b.Value) * a.Distance) + (a.Distance * b.Distance));

    public static Rounded operator /(Rounded a, Rounded b)
    {
        double quotient = a.Value / b.Value;
        double least = Math.Abs(b.Value) - b.Distance;
        return Round(quotient, least > 0 ? (a.Distance + (Math.Abs(quotient) * b.Distance)) / least : double.PositiveInfinity);
    }

    public static Rounded Sqrt(Rounded a)
    {
        double root = Math.Sqrt(a.Value);
        return Round(root, root > 0 ? a.Distance / (root + Math.Sqrt(Math.Max(a.Value - a.Distance, 0))) : Math.Sqrt(a.Distance));
    }

    /// <summary>The larger of the two, which no rounding changes.</summary>
    public static Rounded Max(Rounded a, Rounded b) => new(Math.Max(a.Value, b.Value), Math.Max(a.Distance, b.Distance));

    private static Rounded Round(double value, double distance) =>
        new(value, distance + (Roundoff * (Math.Abs(value) + distance)));
}
