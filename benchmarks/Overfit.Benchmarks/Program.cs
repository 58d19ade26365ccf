using System.CommandLine;
using BenchmarkDotNet.Running;
using Overfit.Benchmarks.Generator;
using Overfit.Benchmarks.Micro;

if (args is ["kernels" or "generator", ..])
{
    RootCommand root = new("Benchmarks.") { KernelsCommand.Create(), GeneratorCommand.Create() };
    return root.Parse(args).Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(args);
return 0;
