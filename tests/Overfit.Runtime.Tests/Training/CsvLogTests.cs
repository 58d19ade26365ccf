using System.Globalization;
using Overfit.Tests.Persistence;

namespace Overfit.Tests.Training;

public sealed class CsvLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LogFile => _folder.PathOf("epochs.csv");

    [Fact]
    public void EveryNumberReadsBackAsTheSame()
    {
        TrainingRun run = Fit(new TrainingOptions { Epochs = 3, Validation = Line(), Callbacks = [new CsvLog(LogFile)] });

        string[] lines = File.ReadAllLines(LogFile);
        Assert.Equal(
            "epoch,online_loss,learning_rate,milliseconds,train_data_loss,train_penalty,train_mae,val_data_loss,val_penalty,val_mae",
            lines[0]);
        Assert.Equal(1 + 3, lines.Length);
        for (int i = 0; i < 3; i++)
        {
            EpochRecord epoch = run.History[i];
            double[] expected =
            [
                i + 1, epoch.OnlineLoss, 0.001f, epoch.Duration.TotalMilliseconds,
                epoch.Training!.DataLoss, epoch.Training.Penalty, epoch.Training.Metrics[0],
                epoch.Validation!.DataLoss, epoch.Validation.Penalty, epoch.Validation.Metrics[0],
            ];
            string[] cells = lines[i + 1].Split(',');
            Assert.Equal(expected[..2], Numbers(cells[..2]));
            Assert.Equal(0.001f, float.Parse(cells[2], CultureInfo.InvariantCulture));
            Assert.Equal(expected[3..], Numbers(cells[3..]));
        }
    }

    [Fact]
    public void WhatWasNotMeasuredIsEmpty()
    {
        Fit(new TrainingOptions { Epochs = 2, EvaluationFrequency = 2, Callbacks = [new CsvLog(LogFile)] });

        string[] lines = File.ReadAllLines(LogFile);
        Assert.EndsWith(",,,,,,", lines[1], StringComparison.Ordinal);
        Assert.Equal(["", "", ""], lines[2].Split(',')[7..]);
        Assert.All(lines[2].Split(',')[..7], cell => Assert.NotEqual("", cell));
    }

    [Fact]
    public void ACommaCultureChangesNothing()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Fit(new TrainingOptions { Callbacks = [new CsvLog(LogFile)] });
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.All(File.ReadAllLines(LogFile), line => Assert.Equal(10, line.Split(',').Length));
    }

    [Fact]
    public void ASecondRunStartsOver()
    {
        CsvLog log = new(LogFile);
        Fit(new TrainingOptions { Epochs = 3, Callbacks = [log] });
        Fit(new TrainingOptions { Epochs = 2, Callbacks = [log] });

        Assert.Equal(1 + 2, File.ReadAllLines(LogFile).Length);
    }

    [Fact]
    public void AStoppedRunIsWritten()
    {
        LambdaCallback stop = new((progress, record) => progress.Stop("enough"));
        Fit(new TrainingOptions { Epochs = 5, Callbacks = [stop, new CsvLog(LogFile)] });

        Assert.Equal(1 + 1, File.ReadAllLines(LogFile).Length);
    }

    [Fact]
    public void ARunThatFailsIsWritten()
    {
        LambdaCallback failing = new((_, record) => throw new NotSupportedException("no more"));
        CsvLog log = new(LogFile);
        Assert.Throws<NotSupportedException>(() => Fit(new TrainingOptions { Epochs = 5, Callbacks = [log, failing] }));

        Assert.Equal(1 + 1, File.ReadAllLines(LogFile).Length);
        Fit(new TrainingOptions { Epochs = 2, Callbacks = [log] });
    }

    [Fact]
    public void OneLogIsForOneRunAtATime()
    {
        CsvLog log = new(LogFile);
        LambdaCallback running = new((_, _) => Fit(new TrainingOptions { Callbacks = [log] }));
        Assert.Contains(
            "is logging another run",
            Assert.Throws<InvalidOperationException>(() => Fit(new TrainingOptions { Callbacks = [log, running] })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyPathIsRefused() => Assert.Throws<ArgumentException>(() => new CsvLog(""));

    [Fact]
    public void AMissingFolderIsNamed()
    {
        CsvLog log = new(_folder.PathOf(Path.Combine("missing", "epochs.csv")));

        DirectoryNotFoundException exception =
            Assert.Throws<DirectoryNotFoundException>(() => Fit(new TrainingOptions { Callbacks = [log] }));
        Assert.Contains("missing", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static TrainingRun Fit(TrainingOptions options)
    {
        Trainer trainer = new(new MeanSquaredError(), new Adam()) { Metrics = [Metric.MeanAbsoluteError()] };
        return trainer.Fit(new LoggedNet(seed: 1), Line(), options);
    }

    private static Dataset Line() => Dataset.From([0f, 1f, 2f, 3f], [1f, 3f, 5f, 7f]);

    private static IEnumerable<double> Numbers(IEnumerable<string> cells) =>
        cells.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture));
}

/// <summary>As small as a network can be.</summary>
[Model(1)]
[Dense(1)]
internal sealed partial class LoggedNet;
