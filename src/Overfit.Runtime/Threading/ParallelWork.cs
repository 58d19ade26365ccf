namespace Overfit;

/// <summary>Work that the threads of a team share: each does its part, and no part depends on another.</summary>
internal abstract class ParallelWork
{
    /// <summary>Does one part.</summary>
    /// <param name="part">Number of the part, from 0.</param>
    /// <param name="parts">Number of parts, one for each thread of the team.</param>
    public abstract void Run(int part, int parts);

    /// <summary>The rows of a part: as even as whole groups allow.</summary>
    /// <param name="length">Number of rows.</param>
    /// <param name="group">Rows that stay together.</param>
    /// <param name="part">Number of the part.</param>
    /// <param name="parts">Number of parts.</param>
    protected static (int First, int End) RangeOf(int length, int group, int part, int parts)
    {
        long groups = (length + (long)group - 1) / group;
        int first = (int)Math.Min(length, groups * part / parts * group);
        int end = (int)Math.Min(length, groups * (part + 1) / parts * group);
        return (first, end);
    }
}
