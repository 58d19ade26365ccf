using System.CommandLine;
using System.CommandLine.Parsing;
using Article;
using Overfit;
using Spectre.Console;

const int Interrupted = 130;

Option<int> seeds = Number("--seeds", least: 1, usually: 30, "How many seeds the second part uses.");
Option<int> seed = Number("--seed", least: 0, usually: 0, "The first seed.");
Option<int> epochs = Number("--epochs", least: 1, usually: 200, "Epochs of each training.");
RootCommand command = new("Trains the article's three networks once, then over many seeds, beside real Keras.")
{
    seeds, seed, epochs,
};

// On another thread, so that Ctrl+C finds this one waiting.
command.SetAction((arguments, cancellation) => Task.Run(
    () => Run(arguments.GetValue(seeds), arguments.GetValue(seed), arguments.GetValue(epochs), cancellation),
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
        TrainingOptions options = new() { Epochs = epochs };
        (Contender, TrainingRun)[] runs = Array.ConvertAll(
            Contender.All, contender => (contender, contender.Train(points, seed, options, cancellation)));
        SingleSeedReport.Write(console, runs, seed, epochs);

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

static Option<int> Number(string name, int least, int usually, string description)
{
    const int Most = 1_000_000;
    Option<int> option = new(name) { HelpName = "n", Description = description, DefaultValueFactory = _ => usually };
    option.Validators.Add(result =>
    {
        if (result.Tokens is [Token token] && !(int.TryParse(token.Value, out int value) && value >= least && value <= Most))
        {
            result.AddError($"{name} is '{token.Value}'; it must be a whole number from {least} to {Most}.");
        }
    });
    return option;
}
