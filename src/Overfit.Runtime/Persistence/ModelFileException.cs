namespace Overfit;

/// <summary>
/// A file that was opened cannot be used: it is damaged, hostile, or holds another architecture or another run. The message
/// names the file, what is wrong and where. It is an <see cref="IOException"/> like those for files that cannot be opened,
/// so that one <c>catch</c> serves both.
/// </summary>
public sealed class ModelFileException : IOException
{
    /// <summary>A refusal without a reason.</summary>
    public ModelFileException()
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">Which file, what is wrong and where.</param>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal that another exception led to.</summary>
    /// <param name="message">Which file, what is wrong and where.</param>
    /// <param name="innerException">What led to it.</param>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
