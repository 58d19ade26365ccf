using System.Globalization;

namespace Overfit;

/// <summary>
/// The architecture as a model file tells it, one readable line per layer, and the check that a file holds the parameters of
/// one architecture and no other.
/// </summary>
internal static class ModelArchitecture
{
    private const string VersionKey = "overfit.version";
    private const string LayersKey = "overfit.layers";
    private const string Version = "1";

    /// <summary>What a file says about the model beside its tensors.</summary>
    public static Dictionary<string, string> Metadata(ModelDescription description) => new(StringComparer.Ordinal)
    {
        [VersionKey] = Version,
        [LayersKey] = string.Join('\n', Lines(description)),
    };

    /// <summary>The model's tensors in layer order, under the names they have in a file: <c>Dense1/kernel</c>.</summary>
    public static IEnumerable<(string Name, TensorDescription Tensor)> Tensors(ModelDescription description) =>
        description.Layers.SelectMany(layer => layer.Tensors, (layer, tensor) => ($"{layer.Name}/{tensor.Name}", tensor));

    /// <summary>The layers, one line each.</summary>
    public static IEnumerable<string> Lines(ModelDescription description) => description.Layers.Select((layer, index) =>
    {
        string details = layer.Details.Length == 0 ? "" : $"({layer.Details})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{index + 1} {layer.Name}: {layer.Kind}{details} {layer.InputShape} -> {layer.OutputShape}");
    });

    /// <summary>Refuses another version or architecture; a file without this library's metadata goes by its tensors.</summary>
    /// <exception cref="ModelFileException">The file does not fit the model.</exception>
    public static void RequireSame(SafetensorsFile file, string path, ModelDescription description)
    {
        if (file.Metadata.TryGetValue(VersionKey, out string? version))
        {
            if (version != Version)
            {
                throw new ModelFileException(
                    $"'{path}' is a model file of version {Refusal.Quote(version)}; this library reads version {Version}. " +
                    "Load it with the version of the library that wrote it.");
            }

            RequireSameLayers(file.Metadata.GetValueOrDefault(LayersKey, ""), path, description);
        }

        RequireSameTensors(file, path, description);
    }

    private static void RequireSameLayers(string layers, string path, ModelDescription description)
    {
        string[] received = layers.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] expected = [.. Lines(description)];
        for (int i = 0; i < Math.Max(received.Length, expected.Length); i++)
        {
            string? has = received.ElementAtOrDefault(i);
            string? needs = expected.ElementAtOrDefault(i);
            if (has != needs)
            {
                throw new ModelFileException(
                    $"'{path}' holds another architecture than model {description.Name}; " +
                    $"layer {i + 1} is the first that differs. The file has {Quote(has)}, the model has {Quote(needs)}. " +
                    "Load the file into the model that it was saved from.");
            }
        }
    }

    private static void RequireSameTensors(SafetensorsFile file, string path, ModelDescription description)
    {
        HashSet<string> expected = new(StringComparer.Ordinal);
        foreach ((string name, TensorDescription tensor) in Tensors(description))
        {
            expected.Add(name);
            if (!file.Tensors.TryGetValue(name, out SafetensorsTensor? stored))
            {
                throw new ModelFileException(
                    $"'{path}' has no tensor '{name}' {tensor.Shape}, which model {description.Name} needs.");
            }

            if (!stored.Dimensions.SequenceEqual(tensor.Shape.Dimensions.Select(dimension => (long)dimension)))
            {
                throw new ModelFileException(
                    $"Tensor '{name}' is [{string.Join(" x ", stored.Dimensions)}] in '{path}'; " +
                    $"model {description.Name} needs {tensor.Shape}.");
            }
        }

        if (file.Tensors.Keys.FirstOrDefault(name => !expected.Contains(name)) is { } other)
        {
            throw new ModelFileException(
                $"'{path}' has the tensor {Refusal.Quote(other)}, which model {description.Name} does not have.");
        }
    }

    private static string Quote(string? line) => line is null ? "no such layer" : Refusal.Quote(line);
}
