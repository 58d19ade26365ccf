namespace Overfit.Csv.Tests;

/// <summary>A file of its own, deleted afterwards.</summary>
internal sealed class TextFile : IDisposable
{
    public TextFile(string text) => File.WriteAllText(Path, text);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"overfit-{Guid.NewGuid():N}.csv");

    /// <summary>What reading says about the file, without the file's name before it.</summary>
    public string Refusal<TException>(CsvColumns? columns = null)
        where TException : Exception
    {
        string message = Assert.Throws<TException>(() => CsvDataset.Read(Path, columns)).Message;
        Assert.Contains(Path, message, StringComparison.Ordinal);
        return message.Replace(Path, "FILE", StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(Path);
}
