using System.CommandLine;
using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
RootCommand root = new("Measures Overfit.");
return await root.Parse(args).InvokeAsync();
