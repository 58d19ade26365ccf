namespace Overfit;

/// <summary>What a processor moves between its caches at once, 64 bytes on all that are common.</summary>
internal static class CacheLine
{
    /// <summary>Floats in a line.</summary>
    public const int Floats = 16;

    /// <summary>The length rounded up to whole lines.</summary>
    /// <exception cref="OverflowException">It is more than an int holds.</exception>
    public static int RoundUp(int length) => checked(length + Floats - 1) & -Floats;
}
