namespace Article;

/// <summary>The tables that the program carries in itself, so that it runs wherever it is started.</summary>
internal static class CsvResource
{
    /// <summary>The cells of all rows below the header.</summary>
    public static string[][] Read(string name)
    {
        using StreamReader reader = new(typeof(CsvResource).Assembly.GetManifestResourceStream(name)!);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Array.ConvertAll(lines[1..], line => line.TrimEnd('\r').Split(','));
    }
}
