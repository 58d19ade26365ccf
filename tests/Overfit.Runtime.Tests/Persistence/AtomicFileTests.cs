using System.Text;

namespace Overfit.Tests.Persistence;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void CreatesAFileAndLeavesNothingElse()
    {
        AtomicFile.Write(_folder.PathOf("a.bin"), stream => stream.Write([1, 2, 3]));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder.PathOf("a.bin")));
        Assert.Equal(["a.bin"], _folder.Names);
    }

    [Fact]
    public void ReplacesALongerFileWhole()
    {
        File.WriteAllBytes(_folder.PathOf("a.bin"), new byte[100]);

        AtomicFile.Write(_folder.PathOf("a.bin"), stream => stream.Write([1, 2, 3]));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder.PathOf("a.bin")));
    }

    [Fact]
    public void TheTargetIsUntouchedWhileTheContentIsBeingWritten()
    {
        File.WriteAllText(_folder.PathOf("a.txt"), "old");

        AtomicFile.Write(_folder.PathOf("a.txt"), stream =>
        {
            stream.Write(new byte[100_000]);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(_folder.PathOf("a.txt")));
        });
    }

    [Fact]
    public void AFailureKeepsTheOldFileAndRemovesTheTemporaryOne()
    {
        File.WriteAllText(_folder.PathOf("a.txt"), "old");

        string path = _folder.PathOf("a.txt");
        NotSupportedException thrown = Assert.Throws<NotSupportedException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[100_000]);
            throw new NotSupportedException("halfway");
        }));

        Assert.Equal("halfway", thrown.Message);
        Assert.Equal("old", File.ReadAllText(_folder.PathOf("a.txt")));
        Assert.Equal(["a.txt"], _folder.Names);
    }

    [Fact]
    public void ARenameThatFailsRemovesTheTemporaryFile()
    {
        // A folder that appears at the target while the content is being written cannot be replaced by a file.
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(
            _folder.PathOf("a.txt"), _ => Directory.CreateDirectory(_folder.PathOf("a.txt"))));

        Assert.Equal(["a.txt"], _folder.Names);
    }

    /// <summary>What a full disk makes the operating system say names the file that is being written.</summary>
    [Fact]
    public void AFailureIsSaidInTheTargetsName()
    {
        string path = _folder.PathOf("a.txt");

        IOException thrown = Assert.Throws<IOException>(() => AtomicFile.Write(
            path, stream => throw new IOException($"No space left on device : '{((FileStream)stream).Name}'")));

        Assert.Equal($"'{path}' cannot be written: No space left on device : '{path}'", thrown.Message);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void SaysThatTheFolderIsMissing()
    {
        string path = _folder.PathOf(Path.Combine("missing", "a.txt"));

        DirectoryNotFoundException thrown = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(path, _ => { }));

        Assert.Equal($"The folder of '{path}' does not exist; create it first.", thrown.Message);
    }

    [Fact]
    public void SaysThatTheTargetIsAFolder()
    {
        string path = Path.GetDirectoryName(_folder.PathOf("a"))!;

        IOException thrown = Assert.Throws<IOException>(() => AtomicFile.Write(path, _ => { }));

        Assert.Equal($"'{path}' is a folder; a file name was expected.", thrown.Message);
    }

    [Fact]
    public void AFolderWithoutPermissionIsRefusedInTheTargetsName()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Nobody creates files there, not even a privileged user, whom permissions do not bind.
        UnauthorizedAccessException thrown =
            Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write("/sys/kernel/a.txt", _ => { }));
        Assert.StartsWith("'/sys/kernel/a.txt' cannot be written: ", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameMayBeAsLongAsTheFileSystemAllows()
    {
        string name = new('a', 255);
        AtomicFile.Write(_folder.PathOf(name), stream => stream.WriteByte(1));
        Assert.Equal([name], _folder.Names);
    }

    [Fact]
    public void TextIsUtf8WithLineFeeds()
    {
        AtomicFile.WriteText(_folder.PathOf("a.csv"), writer =>
        {
            writer.WriteLine("Größe");
            writer.WriteLine("1");
        });

        Assert.Equal(Encoding.UTF8.GetBytes("Größe\n1\n"), File.ReadAllBytes(_folder.PathOf("a.csv")));
    }

    public void Dispose() => _folder.Dispose();
}
