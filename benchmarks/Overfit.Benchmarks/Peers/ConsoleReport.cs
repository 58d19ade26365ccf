namespace Overfit.Benchmarks.Peers;

/// <summary>Prints each workload when it has been measured.</summary>
internal static class ConsoleReport
{
    // The contender's column is aligned to the left, numbers to the right.
    private static readonly int[] Widths = [-30, 9, 19, 7, 8, 8, 9, 7];

    public static void Write(TextWriter output, WorkloadResult result)
    {
        output.WriteLine();
        output.WriteLine($"{result.Workload.Name} (peak {result.PeakGigaflops:0} GFLOP/s)");
        output.WriteLine(Line(ResultTable.Columns));
        foreach (string[] row in ResultTable.Rows(result))
        {
            output.WriteLine(Line(row));
        }

        foreach (Target target in result.Workload.Targets)
        {
            output.WriteLine($"  target: {target.Verdict(result)}");
        }
    }

    private static string Line(IReadOnlyList<string> cells) => "  " + string.Join(' ', cells.Select((cell, column) =>
        Widths[column] < 0 ? cell.PadRight(-Widths[column]) : cell.PadLeft(Widths[column]))).TrimEnd();
}
