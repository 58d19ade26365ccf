namespace Overfit.Generator.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>A file or folder by its path from the solution's folder on.</summary>
    public static string At(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Overfit.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Overfit.sln."), path);
    }
}
