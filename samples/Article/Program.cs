using System.CommandLine;
using System.Globalization;
using System.Text;
using Article;
using Overfit;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

Option<int> seeds = AtLeast("--seeds", 1, 30, "Seeds of the second part.");
Option<int> seed = AtLeast("--seed", 0, 0, "The first seed.");
Option<int> epochs = AtLeast("--epochs", 1, 200, "Epochs of each training.");
RootCommand command = new("Trains the article's three experiments once, then over many seeds, beside real Keras.") { seeds, seed, epochs };
command.SetAction((arguments, cancellation) => Task.FromResult(
    Run(arguments.GetValue(seeds), arguments.GetValue(seed), arguments.GetValue(epochs), cancellation)));
return await command.Parse(args).InvokeAsync();

static int Run(int seeds, int seed, int epochs, CancellationToken cancellation)
{
    IAnsiConsole console = AnsiConsole.Console;
    if (Console.IsOutputRedirected)
    {
        console.Profile.Width = 100;
    }

    Points points = Points.Read();
    (Contender, TrainingRun)[] runs = Array.ConvertAll(
        Contender.All, contender => (contender, contender.Train(points, seed, epochs, true)));
    SingleSeedReport.Write(console, runs, seed, epochs);

    try
    {
        SeedsReport report = SeedsReport.Of(Trials.Run(console, points, seed, seeds, epochs, cancellation), seeds);
        report.Write(console);
        foreach (string conclusion in Conclusions.Of(points, report))
        {
            console.WriteLine(conclusion);
            console.WriteLine();
        }
    }
    catch (OperationCanceledException)
    {
        console.WriteLine("Cancelled.");
        return 130;
    }

    return 0;
}

static Option<int> AtLeast(string name, int least, int otherwise, string description)
{
    Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => otherwise };
    option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value) && value < least)
        {
            result.AddError($"{name} is {result.Tokens[0].Value}; it must be at least {least}.");
        }
    });
    return option;
}
