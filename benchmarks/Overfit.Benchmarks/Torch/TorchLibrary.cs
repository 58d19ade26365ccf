using TorchSharp;

namespace Overfit.Benchmarks.Torch;

/// <summary>The native library behind TorchSharp, on one thread.</summary>
internal static class TorchLibrary
{
    /// <summary>Loads it; returns why that cannot be done here, or null.</summary>
    public static string? Obstacle()
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
