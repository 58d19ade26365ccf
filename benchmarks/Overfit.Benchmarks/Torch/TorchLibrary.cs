using TorchSharp;

namespace Overfit.Benchmarks.Torch;

/// <summary>The native library behind TorchSharp, on one thread.</summary>
internal static class TorchLibrary
{
    private static readonly Lazy<string?> Obstacle = new(Load);

    /// <exception cref="NotSupportedException">It cannot be loaded here; the message says why.</exception>
    public static void Require()
    {
        if (Obstacle.Value is { } obstacle)
        {
            throw new NotSupportedException($"cannot load: {obstacle}");
        }
    }

    private static string? Load()
    {
        try
        {
            torch.set_num_threads(1);
            return null;
        }
        catch (Exception exception) when (
            exception is DllNotFoundException or TypeInitializationException or NotSupportedException or BadImageFormatException)
        {
            return exception.GetBaseException().Message.Split('\n')[0];
        }
    }
}
