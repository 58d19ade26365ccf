namespace Overfit.Kernels;

/// <summary>How many columns a tile of a matrix product covers: one or two registers, the last one full or partly used.</summary>
internal interface IPanel
{
    /// <summary>Whether the tile is two registers wide.</summary>
    static abstract bool IsPair { get; }

    /// <summary>Whether the last register is only partly used.</summary>
    static abstract bool IsPartial { get; }
}

internal readonly struct FullPair : IPanel
{
    public static bool IsPair => true;

    public static bool IsPartial => false;
}

internal readonly struct PartialPair : IPanel
{
    public static bool IsPair => true;

    public static bool IsPartial => true;
}

internal readonly struct PartialSingle : IPanel
{
    public static bool IsPair => false;

    public static bool IsPartial => true;
}
