using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Overfit.Benchmarks.FashionMnist;
using Overfit.Benchmarks.Generator;
using Overfit.Benchmarks.Micro;
using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Workloads;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
#if DEBUG
Console.Error.WriteLine("This is a debug build, whose times mean nothing. Run with -c Release.");
return 1;
#else
Command[] commands = [PeersCommand.Create(), KernelsCommand.Create(), GeneratorCommand.Create(), FashionCommand.Create()];
RootCommand root = new("Measures Overfit. What is none of the commands goes to BenchmarkDotNet, such as --filter *.");
Array.ForEach(commands, root.Add);

if (args is [])
{
    await root.Parse(["--help"]).InvokeAsync();
    return await root.Parse([PeersCommand.Name]).InvokeAsync();
}

if (args is ["--list"])
{
    Console.WriteLine($"commands:\n{Lines(commands.Select(command => $"{command.Name}: {command.Description}"))}");
    Console.WriteLine($"workloads of {PeersCommand.Name}:\n{Lines(WorkloadList.All.Select(workload => workload.Name))}");
    Console.WriteLine("benchmarks of BenchmarkDotNet:");
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(["--list", "flat"]);
    return 0;
}

if (args[0] is "--help" or "-h" or "-?" or "--version" || commands.Any(command => command.Name == args[0]))
{
    ParseResult parsed = root.Parse(args);
    if (parsed.Errors is [ParseError error, ..])
    {
        Console.Error.WriteLine($"{error.Message} See {args[0]} --help.");
        return 1;
    }

    return await parsed.InvokeAsync();
}

IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return summaries.Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;

static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"  {line}"));
#endif
