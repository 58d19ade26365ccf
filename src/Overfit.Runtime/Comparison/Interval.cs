namespace Overfit;

/// <summary>A range of numbers, both ends included.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Half the distance between the ends.</summary>
    public double HalfWidth => (Upper - Lower) / 2;
}
