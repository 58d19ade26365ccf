namespace Overfit;

/// <summary>The words in which a file is refused; whatever comes from the file is made fit for a message first.</summary>
internal static class Refusal
{
    /// <summary>Enough for a class with all its settings.</summary>
    private const int LongestQuote = 200;

    public static ModelFileException NotSafetensors(string path, string problem, Exception? cause = null)
    {
        string message = $"'{path}' is not a valid safetensors file: {problem}.";
        return cause is null ? new ModelFileException(message) : new ModelFileException(message, cause);
    }

    /// <summary>A text from the file in quotation marks: not endless, and without control characters.</summary>
    public static string Quote(string text)
    {
        string start = text.Length > LongestQuote ? $"{text.AsSpan(0, LongestQuote)}..." : text;
        return $"'{string.Concat(start.Select(character => char.IsControl(character) ? '?' : character))}'";
    }
}
