using System.CommandLine;
using System.Globalization;
using Overfit.Benchmarks.FashionMnist;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
RootCommand root = new("Measures Overfit.") { FashionCommand.Create() };
return await root.Parse(args).InvokeAsync();
