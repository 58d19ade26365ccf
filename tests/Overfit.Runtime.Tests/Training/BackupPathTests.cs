using System.Diagnostics;
using Overfit.Tests.Models;
using Overfit.Tests.Persistence;

namespace Overfit.Tests.Training;

/// <summary>A path that cannot be a run's backup is refused before anything is trained, and what stands there stays.</summary>
public sealed class BackupPathTests : IDisposable
{
    private static readonly Dataset Line = TrainingData.Line(40);

    private readonly TemporaryFolder _folder = new();

    private string Backup => _folder.PathOf("run.backup");

    [Fact]
    public void OfTwoRunsThatWriteItTheSecondIsRefused()
    {
        string? message = null;
        TrainingRun first = Fit(new TrainingOptions
        {
            Epochs = 2,
            Backup = Backup,
            Callbacks =
            [
                new LambdaCallback((_, _) =>
                    message = Assert.Throws<IOException>(() => Fit(new TrainingOptions { Backup = Backup })).Message),
            ],
        });

        Assert.Equal(
            $"'{Backup}' is the backup of a run that is in progress, here or in another process. Wait for that run, or give each run a " +
            "file of its own.",
            message);
        Assert.Equal(2, first.History.Count);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void ARunThatFailsLetsGoOfIt()
    {
        File.WriteAllText(Backup, "something else, longer than a header");
        Assert.Throws<ModelFileException>(() => Fit(new TrainingOptions { Backup = Backup }));
        Assert.Equal(["run.backup"], _folder.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void ABlankPathIsRefused(string path)
    {
        Assert.Equal(
            "Backup is blank; a file name was expected, or null for no backup. (Parameter 'value')",
            Assert.Throws<ArgumentException>(() => new TrainingOptions { Backup = path }).Message);
        Assert.Throws<ArgumentException>(() => new CsvLog(path));
    }

    [Fact]
    public void AFolderIsRefused()
    {
        Directory.CreateDirectory(Backup);
        Assert.Equal(
            $"'{Backup}' is a folder; a file name was expected.",
            Assert.Throws<IOException>(() => Fit(new TrainingOptions { Backup = Backup })).Message);
    }

    [Fact]
    public void AnEmptyFileIsRefused()
    {
        File.WriteAllText(Backup, "");
        IsNoBackup();
    }

    /// <summary>Whoever opens a pipe to read waits until somebody writes to it.</summary>
    [Fact]
    public void APipeIsRefusedWithoutWaiting()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process made = Process.Start("mkfifo", [Backup]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        IsNoBackup();
    }

    [Fact]
    public void ALogInItsPlaceIsRefused() => LogIsRefused(new TrainingOptions { Backup = Backup, Callbacks = [new CsvLog(Backup)] });

    [Fact]
    public void TwoLogsInOneFileAreRefused() => LogIsRefused(new TrainingOptions { Callbacks = [new CsvLog(Backup), new CsvLog(Backup)] });

    [Fact]
    public void ALogThatIsAFolderIsFoundOutBeforeTheFirstStep()
    {
        using CancellingLoss counting = new(new Huber(), steps: null);
        Directory.CreateDirectory(Backup);
        Assert.Throws<IOException>(() => Fit(new TrainingOptions { Callbacks = [new CsvLog(Backup)] }, counting));
        Assert.Equal(0, counting.Steps);
    }

    public void Dispose() => _folder.Dispose();

    private static TrainingRun Fit(TrainingOptions options, Loss? loss = null) =>
        new Trainer(loss ?? new Huber(), new Adam()).Fit(new LineNet(1), Line, options);

    private void IsNoBackup()
    {
        using CancellingLoss counting = new(new Huber(), steps: null);
        string message = Assert.Throws<ModelFileException>(() => Fit(new TrainingOptions { Backup = Backup }, counting)).Message;
        Assert.Contains("it has 0 bytes, or is a pipe or a device", message, StringComparison.Ordinal);
        Assert.Equal(0, counting.Steps);
        Assert.Equal(["run.backup"], _folder.Names);
    }

    private void LogIsRefused(TrainingOptions options)
    {
        Assert.Equal(
            $"The CsvLog of '{Backup}' writes to a file that this run writes its backup or another log to. Give each a file of its own.",
            Assert.Throws<ArgumentException>(() => Fit(options)).Message);
        Assert.Empty(_folder.Names);
    }
}
