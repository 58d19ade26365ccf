namespace Overfit;

/// <summary>
/// Keeps a file to one writer at a time: a second file beside it, <c>*.lock</c>, that is open as long as the lock is held and
/// deleted when it is let go. One that a killed process leaves behind is open no more, and keeps nobody out.
/// </summary>
/// <remarks>File systems without locks, such as some network shares, let everybody in.</remarks>
internal sealed class FileLock : IDisposable
{
    public const string Extension = ".lock";

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock of a file, which need not exist.</summary>
    /// <param name="path">The file, in full.</param>
    /// <param name="busy">What to say where the lock is held, by whatever process.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">The lock is held, <paramref name="path"/> is a folder, or no file can be created beside it.</exception>
    /// <exception cref="UnauthorizedAccessException">No file may be created beside it, or another user's lock is there.</exception>
    public static FileLock Take(string path, string busy)
    {
        AtomicFile.RequirePossible(path);
        string name = path + Extension;
        try
        {
            return new FileLock(new FileStream(
                name, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose));
        }
        catch (IOException refusal) when (File.Exists(name))
        {
            throw new IOException(busy, refusal);
        }
        catch (UnauthorizedAccessException refusal) when (File.Exists(name))
        {
            throw new UnauthorizedAccessException(
                $"'{name}' belongs to a run of another user: it may not be opened. Wait for that run, or delete the file if there is none.",
                refusal);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.CannotCreate(path, refusal);
        }
    }

    /// <summary>Lets go.</summary>
    public void Dispose() => _stream.Dispose();
}
