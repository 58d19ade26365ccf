namespace Overfit.Generator.Model;

/// <summary>Gives every layer its name: the one written, or its kind and its number among its kind.</summary>
internal static class LayerNames
{
    public static EquatableArray<string> Of(IEnumerable<LayerSpec> layers)
    {
        Dictionary<string, int> counts = [];
        List<string> names = [];
        foreach (LayerSpec layer in layers)
        {
            counts.TryGetValue(layer.Kind, out int count);
            counts[layer.Kind] = ++count;
            names.Add(layer.Name ?? $"{layer.Kind}{count}");
        }

        return [.. names];
    }
}
