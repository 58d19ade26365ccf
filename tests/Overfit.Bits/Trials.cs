namespace Overfit.Bits;

/// <summary>Every model of this program, with the losses that fit it and every optimizer.</summary>
internal static class Trials
{
    public static Trial[] All { get; } =
    [
        .. Trial.Of<Line>(),
        .. Trial.Of<Growing>(),
        .. Trial.Of<Narrowing>(),
        .. Trial.Of<Wide>(),
        .. Trial.Of<Unbiased>(),
        .. Trial.Of<Activated>(),
        .. Trial.Of<Questions>(),
        .. Trial.Of<Classes>(),
        .. Trial.Of<ManyClasses>(),
        .. Trial.Of<TwoClasses>(),
        .. Trial.Of<Normalized>(),
        .. Trial.Of<Dropped>(),
        .. Trial.Of<Penalized>(),
        .. Trial.Of<Initialized>(),
        .. Trial.Of<Everything>(),
    ];

    /// <summary>Runs all of them, so many at once and each with so many threads; their lines, in the order of <see cref="All"/>.</summary>
    public static string[] Run(int threads)
    {
        string[] lines = new string[All.Length];
        Parallel.For(
            0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => lines[i] = All[i].Run(threads));
        return lines;
    }
}
