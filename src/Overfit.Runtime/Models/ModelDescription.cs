using System.Collections.Immutable;

namespace Overfit;

/// <summary>What a model is made of: known when it is compiled, the same for every instance.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="InputShape">Shape of one input row.</param>
/// <param name="Layers">The layers, as written.</param>
/// <param name="OutputActivation">The activation that yields the outputs; decides which losses fit.</param>
/// <param name="OutputSlot">Where the workspace holds the outputs, in floats per row.</param>
/// <param name="LogitsSlot">Where it holds what enters <paramref name="OutputActivation"/>; the same slot where that is linear.</param>
/// <param name="OutputGradientSlot">Where a loss writes the gradient for the backward pass.</param>
public sealed record ModelDescription(
    string Name,
    Shape InputShape,
    ImmutableArray<LayerDescription> Layers,
    Activation OutputActivation,
    int OutputSlot,
    int LogitsSlot,
    int OutputGradientSlot)
{
    /// <summary>Floats in one input row.</summary>
    public int InputWidth { get; } = InputShape.Length;

    /// <summary>Shape of one output row.</summary>
    public Shape OutputShape => Layers[^1].OutputShape;

    /// <summary>Floats in one output row.</summary>
    public int OutputWidth { get; } = Layers[^1].OutputShape.Length;

    /// <summary>Number of parameters, moving statistics included: the length of the parameter block.</summary>
    public int ParameterCount { get; } = Layers.Sum(layer => layer.ParameterCount);

    /// <summary>Number of parameters that training changes; they are the first of the parameter block.</summary>
    public int TrainableCount { get; } =
        Layers.Sum(layer => layer.Tensors.Where(tensor => tensor.IsTrainable).Sum(tensor => tensor.Length));

    /// <summary>Layers, shapes and parameter counts as a table of several lines.</summary>
    public string ToTable() => SummaryTable.Of(this);

    /// <summary>Whether all members are the same, each layer's included.</summary>
    public bool Equals(ModelDescription? other) =>
        other is not null
        && (Name, InputShape, OutputActivation, OutputSlot, LogitsSlot, OutputGradientSlot).Equals(
            (other.Name, other.InputShape, other.OutputActivation, other.OutputSlot, other.LogitsSlot, other.OutputGradientSlot))
        && Layers.AsSpan().SequenceEqual(other.Layers.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, InputShape, OutputActivation, Layers.Length);

    /// <summary>The same as <see cref="ToTable"/>.</summary>
    public override string ToString() => ToTable();
}
