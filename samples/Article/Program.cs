using System.CommandLine;
using Article;
using Overfit;
using Samples;
using Spectre.Console;

Option<int> seeds = SampleCommand.Number("--seeds", least: 1, usually: 30, "How many seeds the second part uses.");
Option<int> seed = SampleCommand.Number("--seed", least: 0, usually: 0, "The first seed.");
Option<int> epochs = SampleCommand.Number("--epochs", least: 1, usually: 200, "Epochs of each training.");
RootCommand command = new("Trains the article's three networks once, then over many seeds, beside real Keras.")
{
    seeds, seed, epochs,
};

return await SampleCommand.RunAsync(command, args, (arguments, cancellation) =>
    Run(arguments.GetValue(seeds), arguments.GetValue(seed), arguments.GetValue(epochs), cancellation));

static int Run(int seeds, int seed, int epochs, CancellationToken cancellation)
{
    IAnsiConsole console = SampleConsole.Open();
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
        return SampleCommand.Interrupted;
    }
}
