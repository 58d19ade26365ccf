using System.CommandLine;
using FashionMnist;
using Overfit;
using Samples;
using Spectre.Console;

Option<string> folder = new("--data")
{
    HelpName = "folder",
    Description = "Where the four IDX files of Fashion-MNIST are.",
    DefaultValueFactory = _ => FashionData.DebianFolder,
};
Option<int> epochs = SampleCommand.Number("--epochs", least: 1, usually: 50, "Most epochs with each of two learning rates.");
Option<int> seed = SampleCommand.Number("--seed", least: 0, usually: 0, "Fixes all that is drawn, the split included.");
Option<string?> backup = new("--backup")
{
    HelpName = "folder",
    Description = "Where the training is kept, so that it goes on when it was interrupted. [default: nowhere]",
};
RootCommand command = new("Trains a network to tell clothes apart and measures it on images it has never seen.")
{
    folder, epochs, seed, backup,
};

return await SampleCommand.RunAsync(command, args, (arguments, cancellation) =>
{
    try
    {
        return Run(
            arguments.GetValue(folder)!,
            arguments.GetValue(epochs),
            arguments.GetValue(seed),
            arguments.GetValue(backup),
            cancellation);
    }
    catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
});

static int Run(string folder, int epochs, int seed, string? backups, CancellationToken cancellation)
{
    FashionData data = FashionData.Read(folder);
    if (backups is not null)
    {
        Directory.CreateDirectory(backups);
    }

    IAnsiConsole console = SampleConsole.Open();
    DataSplit split = DataSplit.Stratified(data.Training, seed, validation: 0.1);
    console.WriteLine(
        $"{split.Training.Count} images to train on, {split.Validation!.Count} to validate, {data.Test.Count} to test.");

    ClothingClassifier model = new(seed);
    ClassifierTraining training = ClassifierTraining.Run(console, model, split, epochs, seed, backups, cancellation);
    if (training.History is [])
    {
        console.WriteLine("Not one epoch was finished, so there is nothing to measure.");
    }
    else
    {
        TrainingReport.Write(console, training);
        ConfusionReport.Write(console, ConfusionMatrix.Of(data.Test, model.Predict(data.Test.Features)));
    }

    return training.Last.StopReason == StopReason.Cancelled ? SampleCommand.Interrupted : 0;
}
