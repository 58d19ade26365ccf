namespace Overfit;

/// <summary>Paths that lead to a file by way of symbolic links.</summary>
internal static class SymbolicLink
{
    /// <summary>The file that a path names, in full: the one behind the links where the path is one, otherwise the path itself.</summary>
    /// <param name="path">A file, which need not exist; nor need the one behind a link.</param>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Follow(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }
}
