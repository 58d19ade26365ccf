using System.Text;

namespace Overfit;

/// <summary>
/// Writes files that are there whole or not at all: into a temporary file in the same folder, through to the disk, then renamed
/// over the target. A reader sees the old content or the new, never a mixture, even if the process dies in between.
/// </summary>
/// <remarks>
/// Renaming puts a new file in the old one's place: a symbolic link at the target is replaced, not followed, and permissions
/// are those of a new file. A process that is killed may leave a file named <c>*.tmp</c> behind.
/// </remarks>
public static class AtomicFile
{
    private const string TemporaryExtension = ".tmp";

    /// <summary>Writes bytes.</summary>
    /// <param name="path">The file to create or replace; its folder exists.</param>
    /// <param name="write">Writes the content; must leave the stream open. If it throws, the file stays as it was.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException"><paramref name="path"/> is a folder, or writing fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = Path.GetFullPath(path);
        RequirePossible(target);
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, Path.GetRandomFileName() + TemporaryExtension);
        try
        {
            using (FileStream stream = Create(temporary, target))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception refusal)
        {
            File.Delete(temporary);
            if (refusal is IOException or UnauthorizedAccessException && refusal.Message.Contains(temporary, StringComparison.Ordinal))
            {
                throw InTheNameOf(target, temporary, refusal);
            }

            throw;
        }
    }

    /// <summary>Writes text: UTF-8 without a byte order mark, lines end with a line feed on every platform.</summary>
    /// <param name="path">The file to create or replace; its folder exists.</param>
    /// <param name="write">Writes the content. If it throws, the file stays as it was.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException"><paramref name="path"/> is a folder, or writing fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static void WriteText(string path, Action<TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Write(path, stream =>
        {
            using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            writer.NewLine = "\n";
            write(writer);
        });
    }

    /// <summary>The refusal of a file in the target's folder, in the target's name.</summary>
    internal static Exception CannotCreate(string target, Exception refusal) => refusal is UnauthorizedAccessException
        ? new UnauthorizedAccessException(
            $"'{target}' cannot be written: no file may be created in its folder. Choose another folder, or allow it.", refusal)
        : new IOException(
            $"'{target}' cannot be written: no file can be created in its folder, which may be read-only or full.", refusal);

    /// <summary>Refuses a folder, and a file in a folder that does not exist.</summary>
    /// <param name="target">The file, in full.</param>
    internal static void RequirePossible(string target)
    {
        if (Directory.Exists(target))
        {
            throw new IOException($"'{target}' is a folder; a file name was expected.");
        }

        string? folder = Path.GetDirectoryName(target);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder of '{target}' does not exist; create it first.");
        }
    }

    private static FileStream Create(string temporary, string target)
    {
        try
        {
            return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw CannotCreate(target, refusal);
        }
    }

    /// <summary>What the operating system says of the temporary file, of which the caller knows nothing, said of the target.</summary>
    private static Exception InTheNameOf(string target, string temporary, Exception refusal)
    {
        string message = $"'{target}' cannot be written: {refusal.Message.Replace(temporary, target, StringComparison.Ordinal)}";
        return refusal is UnauthorizedAccessException
            ? new UnauthorizedAccessException(message, refusal)
            : new IOException(message, refusal);
    }
}
