using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Overfit.Tests.Models;
using Overfit.Tests.Persistence;

namespace Overfit.Tests.Training;

/// <summary>Files that are another user's are refused in words before anything is trained, and stay.</summary>
/// <remarks>
/// Permissions do not bind a privileged user, which is who runs tests in many containers. Linux checks files on behalf of a
/// thread, whose identity a privileged one may give up; for others the call changes nothing, and permissions bind them anyway.
/// </remarks>
public sealed class UnreadableFileTests : IDisposable
{
    private const int Nobody = 65534;
    private const UnixFileMode Everything = (UnixFileMode)0b111_111_111;

    private readonly TemporaryFolder _folder = new();

    private string Backup => _folder.PathOf("run.backup");

    [Fact]
    public void ABackupThatMayNotBeReadIsRefused()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Assert.Equal(
            $"'{Backup}' may not be read, so no run can go on from it. Allow this user to read it, or name another file.",
            RefusalWhereUnreadable("run.backup"));
    }

    [Fact]
    public void ALockOfAnotherUserIsRefused()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Assert.Equal(
            $"'{Backup}.lock' belongs to a run of another user: it may not be opened. Wait for that run, or delete the file if there is " +
            "none.",
            RefusalWhereUnreadable("run.backup.lock"));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The refusal of a run that meets a file without permissions.</summary>
    [SupportedOSPlatform("linux")]
    private string RefusalWhereUnreadable(string name)
    {
        string file = _folder.PathOf(name);
        File.WriteAllText(file, "longer than a header");
        File.SetUnixFileMode(file, UnixFileMode.None);
        File.SetUnixFileMode(Path.GetDirectoryName(file)!, Everything);
        using CancellingLoss counting = new(new Huber(), steps: null);
        UnauthorizedAccessException thrown = Assert.Throws<UnauthorizedAccessException>(() => AsNobody(() =>
            new Trainer(counting, new Adam()).Fit(new LineNet(1), TrainingData.Line(40), new TrainingOptions { Backup = Backup })));
        Assert.Equal(0, counting.Steps);
        Assert.Equal([name], _folder.Names);
        return thrown.Message;
    }

    [SupportedOSPlatform("linux")]
    private static void AsNobody(Action action)
    {
        ExceptionDispatchInfo? thrown = null;
        Thread thread = new(() =>
        {
            // The thread ends here, and its identity with it.
            _ = SetFileSystemUser(Nobody);
            try
            {
                action();
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        thrown?.Throw();
    }

    [SupportedOSPlatform("linux")]
    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(int user);
}
