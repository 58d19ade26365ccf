namespace Overfit.Tests.Persistence;

/// <summary>One writer at a time, and no lock that outlives its holder.</summary>
public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.PathOf("run.backup");

    [Fact]
    public void ASecondIsRefusedAsLongAsTheFirstIsHeld()
    {
        using (FileLock.Take(File, "busy"))
        {
            Assert.Equal(["run.backup.lock"], _folder.Names);
            Assert.Equal("busy", Assert.Throws<IOException>(() => FileLock.Take(File, "busy")).Message);
        }

        Assert.Empty(_folder.Names);
        FileLock.Take(File, "busy").Dispose();
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void OneThatAKilledProcessLeftBehindKeepsNobodyOut()
    {
        System.IO.File.WriteAllText(_folder.PathOf("run.backup.lock"), "");
        FileLock.Take(File, "busy").Dispose();
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void WhereNoFileCanBeCreatedTheTargetIsNamed()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Nobody creates files there, not even a privileged user, whom permissions do not bind.
        string message = Assert.Throws<UnauthorizedAccessException>(() => FileLock.Take("/sys/kernel/run.backup", "busy")).Message;
        Assert.StartsWith("'/sys/kernel/run.backup' cannot be written: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain(".lock", message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
