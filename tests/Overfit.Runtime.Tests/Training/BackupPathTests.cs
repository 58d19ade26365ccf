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
        IsNoBackup(Backup);
    }

    /// <summary>Whoever opens a pipe to read waits until somebody writes to it.</summary>
    [Fact]
    public void APipeIsRefusedWithoutWaiting()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        MakePipe(Backup);
        IsNoBackup(Backup);
    }

    /// <summary>The link itself has a length, which the pipe behind it has not.</summary>
    [Fact]
    public void APipeBehindALinkIsRefusedWithoutWaiting()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string pipe = _folder.PathOf("pipe");
        MakePipe(pipe);
        File.CreateSymbolicLink(Backup, pipe);
        IsNoBackup(pipe);
    }

    /// <summary>As behind the link of a disk that is not there.</summary>
    [Fact]
    public void ALinkIntoAFolderThatDoesNotExistIsRefusedAndStays()
    {
        using CancellingLoss counting = new(new Huber(), steps: null);
        string target = _folder.PathOf(Path.Combine("missing", "run.backup"));
        File.CreateSymbolicLink(Backup, target);
        Assert.Equal(
            $"The folder of '{target}' does not exist; create it first.",
            Assert.Throws<DirectoryNotFoundException>(() => Fit(new TrainingOptions { Backup = Backup }, counting)).Message);
        Assert.Equal(0, counting.Steps);
        Assert.Equal(["run.backup"], _folder.Names);
    }

    /// <summary>As after a run that came to its end and deleted the file behind it.</summary>
    [Fact]
    public void ALinkWithNothingBehindItServesANewRun()
    {
        File.CreateSymbolicLink(Backup, "behind");
        TrainingOptions options = new() { Epochs = 2, Backup = Backup, KeepBackup = true };
        Assert.Equal(2, Fit(options).History.Count);
        Assert.Equal(["behind", "run.backup"], _folder.Names.Order());
        Assert.Equal("behind", new FileInfo(Backup).LinkTarget);
    }

    [Fact]
    public void ALinkIsFollowedAndStays()
    {
        string link = _folder.PathOf("link");
        TrainingOptions options = new() { Epochs = 3, Backup = Backup, KeepBackup = true };
        Interrupt(options);
        byte[] before = File.ReadAllBytes(Backup);
        File.CreateSymbolicLink(link, "run.backup");

        Assert.Equal(3, Fit(options with { Backup = link }).History.Count);

        Assert.Equal("run.backup", new FileInfo(link).LinkTarget);
        Assert.NotEqual(before, File.ReadAllBytes(Backup));
        Assert.Equal(["link", "run.backup"], _folder.Names.Order());
    }

    [Fact]
    public void ALinkAndTheFileBehindItAreOneBackup()
    {
        string link = _folder.PathOf("link");
        string? message = null;
        Fit(new TrainingOptions
        {
            Backup = Backup,
            Callbacks =
            [
                new LambdaCallback((_, _) =>
                {
                    File.CreateSymbolicLink(link, Backup);
                    message = Assert.Throws<IOException>(() => Fit(new TrainingOptions { Backup = link })).Message;
                }),
            ],
        });

        Assert.StartsWith($"'{Backup}' is the backup of a run that is in progress", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALogInItsPlaceIsRefused() =>
        LogIsRefused(Backup, new TrainingOptions { Backup = Backup, Callbacks = [new CsvLog(Backup)] });

    /// <summary>The lock is deleted at the end, and the log would be with it.</summary>
    [Fact]
    public void ALogInThePlaceOfItsLockIsRefused()
    {
        string path = Backup + ".lock";
        LogIsRefused(path, new TrainingOptions { Backup = Backup, Callbacks = [new CsvLog(path)] });
    }

    /// <summary>One in the link's place would replace the link, one in the file's the backup.</summary>
    [Theory]
    [InlineData("link")]
    [InlineData("run.backup")]
    public void ALogAtEitherEndOfItsLinkIsRefused(string log)
    {
        string link = _folder.PathOf("link");
        File.WriteAllText(Backup, "kept");
        File.CreateSymbolicLink(link, Backup);

        LogIsRefused(
            _folder.PathOf(log), new TrainingOptions { Backup = link, Callbacks = [new CsvLog(_folder.PathOf(log))] });

        Assert.Equal("kept", File.ReadAllText(link));
    }

    [Fact]
    public void TwoLogsInOneFileAreRefused() =>
        LogIsRefused(Backup, new TrainingOptions { Callbacks = [new CsvLog(Backup), new CsvLog(Backup)] });

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

    /// <summary>Leaves the backup of a run that was cancelled in its second epoch.</summary>
    private static void Interrupt(TrainingOptions options)
    {
        using CancellingLoss cancelling = new(new Huber(), steps: 3);
        TrainingRun run = new Trainer(cancelling, new Adam()).Fit(new LineNet(1), Line, options, cancelling.Token);
        Assert.Equal((StopReason.Cancelled, 1), (run.StopReason, run.History.Count));
    }

    private static void MakePipe(string path)
    {
        using Process made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    private void IsNoBackup(string file)
    {
        string[] before = [.. _folder.Names.Order()];
        using CancellingLoss counting = new(new Huber(), steps: null);
        string message = Assert.Throws<ModelFileException>(() => Fit(new TrainingOptions { Backup = Backup }, counting)).Message;
        Assert.StartsWith(
            $"'{file}' is not a valid safetensors file: it has 0 bytes, or is a pipe or a device", message, StringComparison.Ordinal);
        Assert.Equal(0, counting.Steps);
        Assert.Equal(before, _folder.Names.Order());
    }

    private void LogIsRefused(string log, TrainingOptions options)
    {
        string[] before = [.. _folder.Names.Order()];
        Assert.Equal(
            $"The CsvLog of '{log}' writes to a file that this run needs for its backup or another log. Give each a file of its own.",
            Assert.Throws<ArgumentException>(() => Fit(options)).Message);
        Assert.Equal(before, _folder.Names.Order());
    }
}
