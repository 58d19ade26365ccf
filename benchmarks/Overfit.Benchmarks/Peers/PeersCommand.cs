using System.CommandLine;
using Overfit.Benchmarks.Workloads;

namespace Overfit.Benchmarks.Peers;

/// <summary><c>peers</c>: whole workloads beside other ways to do them.</summary>
internal static class PeersCommand
{
    public const string Name = "peers";

    public static Command Create()
    {
        Option<string> filter = new("--filter")
        {
            HelpName = "text",
            Description = "Only workloads whose name contains it.",
            DefaultValueFactory = _ => "",
        };
        Option<DirectoryInfo> folder = new("--out")
        {
            HelpName = "folder",
            Description = "Where the Markdown file goes.",
            DefaultValueFactory = _ => new DirectoryInfo("BenchmarkDotNet.Artifacts"),
        };
        Command command = new(Name, "Whole workloads beside hand-written code and other libraries, with targets.")
        {
            filter, folder,
        };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(filter), arguments.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(string filter, DirectoryInfo folder)
    {
        Workload[] chosen =
            [.. WorkloadList.All.Where(workload => workload.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];
        if (chosen is [])
        {
            Console.Error.WriteLine($"No workload's name contains '{filter}'. See --list.");
            return 1;
        }

        DateTimeOffset date = DateTimeOffset.Now;
        Console.WriteLine(MachineDescription.Text);
        List<WorkloadResult> results = [];
        foreach (Workload workload in chosen)
        {
            WorkloadResult result = RoundRobin.Measure(workload);
            ConsoleReport.Write(Console.Out, result);
            results.Add(result);
        }

        Console.WriteLine();
        Console.WriteLine(MarkdownReport.Write(folder.FullName, date, results));
        return 0;
    }
}
