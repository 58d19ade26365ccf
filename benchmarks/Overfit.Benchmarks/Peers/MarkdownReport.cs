using System.Globalization;

namespace Overfit.Benchmarks.Peers;

/// <summary>One run as a Markdown file that says on what machine, when and how it was measured.</summary>
internal static class MarkdownReport
{
    /// <summary>Writes <c>peers-date.md</c>, whole or not at all; returns its path.</summary>
    public static string Write(string folder, DateTimeOffset date, IReadOnlyList<WorkloadResult> results)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"peers-{date.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture)}.md");
        AtomicFile.WriteText(path, writer =>
        {
            writer.WriteLine("# Side by side");
            writer.WriteLine();
            writer.WriteLine($"{date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}, by");
            writer.WriteLine("`dotnet run -c Release --project benchmarks/Overfit.Benchmarks -- peers`.");
            writer.WriteLine();
            writer.WriteLine("```text");
            writer.WriteLine(MachineDescription.Text);
            writer.WriteLine("```");
            writer.WriteLine();
            writer.WriteLine(Legend.Text);
            WriteTargets(writer, results);
            WriteTable(writer, results);
        });
        return path;
    }

    private static void WriteTargets(TextWriter writer, IReadOnlyList<WorkloadResult> results)
    {
        writer.WriteLine();
        writer.WriteLine("| workload | target |");
        writer.WriteLine("|---|---|");
        foreach (WorkloadResult result in results)
        {
            foreach (Target target in result.Workload.Targets)
            {
                writer.WriteLine($"| {result.Workload.Name} | {target.Verdict(result)} |");
            }
        }
    }

    private static void WriteTable(TextWriter writer, IReadOnlyList<WorkloadResult> results)
    {
        writer.WriteLine();
        writer.WriteLine($"| workload | {string.Join(" | ", ResultTable.Columns)} |");
        writer.WriteLine($"|---|---{string.Concat(Enumerable.Repeat("|--:", ResultTable.Columns.Count - 1))}|");
        foreach (WorkloadResult result in results)
        {
            foreach (string[] row in ResultTable.Rows(result))
            {
                writer.WriteLine($"| {result.Workload.Name} | {string.Join(" | ", row)} |");
            }
        }
    }
}
