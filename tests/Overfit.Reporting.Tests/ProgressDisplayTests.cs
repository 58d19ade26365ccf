using Spectre.Console;

namespace Overfit.Reporting.Tests;

public class ProgressDisplayTests
{
    [Fact]
    public void AFileGetsTheLastEpochOnly()
    {
        using StringWriter written = new();
        TrainingRun run = Fit(WrittenText.File(written), epochs: 3);

        Assert.Equal($"{LineOf(run, 2, 3)}{Environment.NewLine}", written.ToString());
    }

    [Fact]
    public void ATerminalsLineIsRedrawn()
    {
        const string StartOver = "\r\u001b[2K";
        using StringWriter written = new();
        TrainingRun run = Fit(WrittenText.Terminal(written), epochs: 2);

        string first = LineOf(run, 0, 2), second = LineOf(run, 1, 2);
        Assert.Equal(StartOver + first + StartOver + second + StartOver + second + Environment.NewLine, written.ToString());
    }

    [Fact]
    public void ALineThatWouldWrapIsCut()
    {
        using StringWriter written = new();
        Fit(WrittenText.Terminal(written, width: 12), epochs: 1);

        Assert.StartsWith("\r\u001b[2KEpoch 1/1  \r", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNoEpochEndedNothingIsWritten()
    {
        using StringWriter written = new();
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Fit(WrittenText.Terminal(written), epochs: 1, cancelled.Token);

        Assert.Equal("", written.ToString());
    }

    [Fact]
    public void AResumedRunSaysSo()
    {
        string backup = Path.GetTempFileName();
        File.Delete(backup);
        using StringWriter first = new(), second = new();
        Fit(WrittenText.File(first), epochs: 3, default, backup);
        TrainingRun again = Fit(WrittenText.File(second), epochs: 3, default, backup);
        File.Delete(backup);

        Assert.Equal($"{LineOf(again, 2, 3)}{Environment.NewLine}", first.ToString());
        Assert.Equal($"Resumed after epoch 3/3.{Environment.NewLine}", second.ToString());
    }

    [Fact]
    public void PartsAreCountedBehindABar()
    {
        using StringWriter written = new();
        WrittenText.Terminal(written).Follow("Training 3 models", 3, step =>
        {
            step();
            step();
            step();
        });

        Assert.Contains("Training 3 models", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("100%", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileGetsNoBar()
    {
        using StringWriter written = new();
        int calls = 0;
        WrittenText.File(written).Follow("Training 3 models", 3, step =>
        {
            step();
            calls++;
        });

        Assert.Equal(("", 1), (written.ToString(), calls));
    }

    [Fact]
    public void AFailureBehindTheBarIsPassedOn()
    {
        using StringWriter written = new();

        Assert.Throws<OperationCanceledException>(
            () => WrittenText.Terminal(written).Follow("work", 1, static _ => throw new OperationCanceledException()));
    }

    private static string LineOf(TrainingRun run, int epoch, int epochs)
    {
        EpochRecord record = run.History[epoch];
        return $"Epoch {epoch + 1}/{epochs}  loss {record.OnlineLoss:0.0000}  training {record.Training!.DataLoss:0.0000}  "
            + $"validation {record.Validation!.DataLoss:0.0000}";
    }

    private static TrainingRun Fit(IAnsiConsole console, int epochs, CancellationToken cancellation = default, string? backup = null)
    {
        Dataset line = Dataset.From([0f, 1f, 2f, 3f], [1f, 3f, 5f, 7f]);
        return new Trainer(new MeanSquaredError(), new Adam()).Fit(
            new SmallNet(seed: 1),
            line,
            new TrainingOptions
            {
                Epochs = epochs,
                Validation = line,
                Callbacks = [new ProgressDisplay(console)],
                Backup = backup,
                KeepBackup = true,
            },
            cancellation);
    }
}

/// <summary>As small as a network can be.</summary>
[Model(1)]
[Dense(1)]
internal sealed partial class SmallNet;
