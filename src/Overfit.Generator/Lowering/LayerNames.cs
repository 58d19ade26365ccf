using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>Gives every layer its name: the one written, or its kind and its number among its kind.</summary>
internal static class LayerNames
{
    public static EquatableArray<string> Of(EquatableArray<LayerSpec> layers)
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

    public static IEnumerable<Problem> Duplicates(EquatableArray<string> names)
    {
        Dictionary<string, int> firsts = [];
        for (int layer = 0; layer < names.Count; layer++)
        {
            if (firsts.TryGetValue(names[layer], out int first))
            {
                yield return new(
                    Descriptors.DuplicateLayerName.Id, layer, "Name", [$"{first + 1}", $"{layer + 1}", names[layer]]);
            }
            else
            {
                firsts.Add(names[layer], layer);
            }
        }
    }
}
