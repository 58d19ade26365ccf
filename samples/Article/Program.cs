using System.CommandLine;
using System.CommandLine.Parsing;
using Article;
using Overfit;
using Spectre.Console;

const int Interrupted = 130;

Option<int> seeds = AtLeast(1, new("--seeds") { Description = "How many seeds the second part uses.", DefaultValueFactory = _ => 30 });
Option<int> seed = AtLeast(0, new("--seed") { Description = "The first seed.", DefaultValueFactory = _ => 0 });
Option<int> epochs = AtLeast(1, new("--epochs") { Description = "Epochs of each training.", DefaultValueFactory = _ => 200 });
RootCommand command = new("Trains the article's three networks once, then over many seeds, beside real Keras.") { seeds, seed, epochs };
command.SetAction((arguments, cancellation) => Task.Run(
    () => Run(arguments.GetRequiredValue(seeds), arguments.GetRequiredValue(seed), arguments.GetRequiredValue(epochs), cancellation),
    CancellationToken.None));

ParseResult parsed = command.Parse(args);
if (parsed.Errors is [ParseError error, ..])
{
    Console.Error.WriteLine($"{error.Message} See --help.");
    return 1;
}

return await parsed.InvokeAsync();

static int Run(int seeds, int seed, int epochs, CancellationToken cancellation)
{
    IAnsiConsole console = ArticleConsole.Open();
    try
    {
        Points points = Points.Read();
        (Contender, TrainingRun)[] runs = Array.ConvertAll(
            Contender.All, contender => (contender, contender.Train(points, seed, new TrainingOptions { Epochs = epochs }, cancellation)));
        SingleSeedReport.Write(console, runs, seed);

        SeedsReport report = SeedsReport.Of(Trials.Run(console, points, Enumerable.Range(seed, seeds), epochs, cancellation));
        report.Write(console);
        console.WriteLine(string.Join("\n\n", Conclusions.Of(points, report)));
        return 0;
    }
    catch (OperationCanceledException)
    {
        console.WriteLine("Cancelled.");
        return Interrupted;
    }
}

static Option<int> AtLeast(int least, Option<int> option)
{
    option.HelpName = "n";
    option.Validators.Add(result =>
    {
        string received = result.Tokens is [Token token] ? token.Value : $"{least}";
        if (!int.TryParse(received, out int value) || value < least || value > 1_000_000)
        {
            result.AddError($"{option.Name} is '{received}'; it must be a whole number from {least} to 1000000.");
        }
    });
    return option;
}
