using System.Collections.Immutable;
using System.Globalization;

namespace Overfit;

/// <summary>One layer of a model, as written.</summary>
/// <param name="Name">Unique in the model, such as <c>Dense1</c>.</param>
/// <param name="Kind">The attribute's name, such as <c>Dense</c>.</param>
/// <param name="Details">What else shapes the layer, such as <c>ReLU</c>; empty where nothing does.</param>
/// <param name="InputShape">Shape of one row that enters.</param>
/// <param name="OutputShape">Shape of one row that leaves.</param>
/// <param name="OutputSlot">
/// Where the workspace holds what leaves the layer, in floats per row; -1 where the layer changes nothing in inference.
/// </param>
/// <param name="Tensors">Its parameters.</param>
public sealed record LayerDescription(
    string Name,
    string Kind,
    string Details,
    Shape InputShape,
    Shape OutputShape,
    int OutputSlot,
    ImmutableArray<TensorDescription> Tensors)
{
    /// <summary>Number of parameters, moving statistics included.</summary>
    public int ParameterCount => Tensors.Sum(tensor => tensor.Length);

    /// <summary>Whether all members are the same, each tensor's included.</summary>
    public bool Equals(LayerDescription? other) =>
        other is not null
        && (Name, Kind, Details, InputShape, OutputShape, OutputSlot).Equals(
            (other.Name, other.Kind, other.Details, other.InputShape, other.OutputShape, other.OutputSlot))
        && Tensors.AsSpan().SequenceEqual(other.Tensors.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Details, InputShape, OutputShape, OutputSlot);

    /// <summary>The layer as <c>Dense1: Dense ReLU, [1] to [64], 128 parameters</c>.</summary>
    public override string ToString()
    {
        string kind = Details.Length > 0 ? $"{Kind} {Details}" : Kind;
        return string.Create(
            CultureInfo.InvariantCulture, $"{Name}: {kind}, {InputShape} to {OutputShape}, {ParameterCount:N0} parameters");
    }
}
