using System.Text.Json;

namespace Overfit.Keras;

/// <summary>The entries of a <c>cases.json</c> file: what was run, with every argument.</summary>
internal static class GoldenCases
{
    public static string PathOf(string folder, string file) => Path.Combine(AppContext.BaseDirectory, "goldens", folder, file);

    /// <summary>Reads <c>goldens/{folder}/cases.json</c>.</summary>
    public static JsonElement Read(string folder) => JsonDocument.Parse(File.ReadAllBytes(PathOf(folder, "cases.json"))).RootElement;
}
