using System.Reflection;

namespace Overfit.Benchmarks.Workloads;

/// <summary>A layer as written and as it is in a model: what other libraries build the same network from.</summary>
internal sealed record WrittenLayer(LayerAttribute Attribute, Layer Layer)
{
    public static IReadOnlyList<WrittenLayer> Of<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        LayerAttribute[] attributes = [.. typeof(TModel).GetCustomAttributes<LayerAttribute>()];
        string[] written = Array.ConvertAll(attributes, attribute => attribute.GetType().Name);
        string[] built = [.. TModel.Description.Layers.Select(layer => $"{layer.Kind}Attribute")];

        // Reflection promises no order; the compiler and the runtime keep that of the source.
        return written.SequenceEqual(built)
            ? [.. attributes.Zip(model.Layers, (attribute, layer) => new WrittenLayer(attribute, layer))]
            : throw new InvalidOperationException(
                $"The attributes of {typeof(TModel).Name} are read as {string.Join(", ", written)}, its layers are {string.Join(", ", built)}.");
    }
}
