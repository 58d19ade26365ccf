using System.CommandLine;
using FashionMnist;
using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Torch;
using Samples;

namespace Overfit.Benchmarks.FashionMnist;

/// <summary><c>fashion</c>: how long the sample's classifier takes to a given test accuracy, beside TorchSharp.</summary>
internal static class FashionCommand
{
    private static readonly double[] Targets = [0.89, 0.895];

    public static Command Create()
    {
        Option<string> folder = new("--data")
        {
            HelpName = "folder",
            Description = "Where the four IDX files of Fashion-MNIST are.",
            DefaultValueFactory = _ => FashionData.DebianFolder,
        };
        Option<int> seeds = SampleCommand.Number("--seeds", least: 1, usually: 3, "How many trainings each contender does.");
        Option<int> epochs = SampleCommand.Number("--epochs", least: 1, usually: 40, "Epochs after which a training gives up.");
        Command command = new("fashion", "Time to a test accuracy on Fashion-MNIST, beside TorchSharp, on one thread.")
        {
            folder, seeds, epochs,
        };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(folder), arguments.GetRequiredValue(seeds), arguments.GetRequiredValue(epochs)));
        return command;
    }

    private static int Run(string folder, int seeds, int epochs)
    {
        FashionData data;
        try
        {
            data = FashionData.Read(folder);
        }
        catch (Exception exception) when (
            exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }

        Console.WriteLine(MachineDescription.Text);
        Console.WriteLine();
        List<ILearner> learners = [new OverfitLearner()];
        if (TorchLibrary.Obstacle() is { } obstacle)
        {
            Console.WriteLine($"TorchSharp cannot be loaded: {obstacle}");
        }
        else
        {
            learners.Add(new TorchLearner());
        }

        (ILearner Learner, Race Race)[] contenders = [.. learners.Select(learner => (learner, new Race(learner.Name)))];
        for (int seed = 0; seed < seeds; seed++)
        {
            // In turn, so that what slows the machine down for a while slows down both.
            foreach ((ILearner learner, Race race) in contenders)
            {
                race.Add(Train(learner, data, seed, epochs));
            }
        }

        RaceTable.Write(Console.Out, [.. contenders.Select(contender => contender.Race)], Targets);
        Console.WriteLine();
        Console.WriteLine(
            $"""
            Medians; seeds: {seeds}. Times are of the steps: measuring the accuracy after each epoch is not in them.
            Same network, initial parameters, batch size and Adam; order and dropout are another draw.
            """);
        return 0;
    }

    private static List<EpochResult> Train(ILearner learner, FashionData data, int seed, int epochs)
    {
        List<EpochResult> results = [];
        learner.Learn(data, seed, epochs, epoch =>
        {
            results.Add(epoch);
            string words = $"{epoch.Seconds:0.00} s, test {100 * epoch.Accuracy:0.00} %";
            Console.Error.WriteLine($"{learner.Name}, seed {seed}, epoch {results.Count}: {words}");
            return epoch.Accuracy < Targets[^1];
        });
        return results;
    }
}
