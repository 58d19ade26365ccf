namespace Overfit;

/// <summary>Paths that lead to a file by way of symbolic links.</summary>
internal static class SymbolicLink
{
    /// <summary>The file that a path names, in full: the one behind the links where the path is one, otherwise the path itself.</summary>
    /// <param name="path">A file, which need not exist where it is no link.</param>
    /// <exception cref="FileNotFoundException">There is nothing behind the link.</exception>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Follow(string path)
    {
        FileInfo file = new(path);
        if (file.LinkTarget is null)
        {
            return file.FullName;
        }

        string target = file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return Path.Exists(target)
            ? target
            : throw new FileNotFoundException(
                $"'{file.FullName}' is a symbolic link to '{target}', where nothing is; a file was expected. If its disk is not " +
                "mounted, mount it; if it is, delete the link or name the file itself.");
    }
}
