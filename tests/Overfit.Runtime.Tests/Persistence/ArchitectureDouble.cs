using System.Collections.Immutable;

namespace Overfit.Tests.Persistence;

/// <summary>The architecture of a <see cref="ModelDouble{TArchitecture}"/>.</summary>
internal interface IArchitecture
{
    static abstract ImmutableArray<LayerDescription> Layers { get; }
}

/// <summary>Dense 2-3 with ReLU, batch normalization, Dense 3-1; the moving statistics stand at the end of the block.</summary>
internal readonly struct Normalized : IArchitecture
{
    public static ImmutableArray<LayerDescription> Layers =>
    [
        Describe.Dense("Dense1", "ReLU", inputs: 2, units: 3, offset: 0),
        Describe.Layer(
            "BatchNormalization1",
            "BatchNormalization",
            "",
            new Shape(3),
            new Shape(3),
            Describe.Tensor("gamma", new Shape(3), 9),
            Describe.Tensor("beta", new Shape(3), 12),
            Describe.Tensor("moving_mean", new Shape(3), 19, isTrainable: false),
            Describe.Tensor("moving_variance", new Shape(3), 22, isTrainable: false)),
        Describe.Dense("Dense2", "", inputs: 3, units: 1, offset: 15),
    ];
}

/// <summary>Dense 2-3-1 with ReLU.</summary>
internal readonly struct Plain : IArchitecture
{
    public static ImmutableArray<LayerDescription> Layers =>
    [
        Describe.Dense("Dense1", "ReLU", inputs: 2, units: 3, offset: 0),
        Describe.Dense("Dense2", "", inputs: 3, units: 1, offset: 9),
    ];
}

/// <summary><see cref="Plain"/> with another activation: the same tensors, another function.</summary>
internal readonly struct PlainTanh : IArchitecture
{
    public static ImmutableArray<LayerDescription> Layers =>
    [
        Describe.Dense("Dense1", "Tanh", inputs: 2, units: 3, offset: 0),
        Describe.Dense("Dense2", "", inputs: 3, units: 1, offset: 9),
    ];
}

/// <summary>Only the first layer of <see cref="Plain"/>.</summary>
internal readonly struct Shorter : IArchitecture
{
    public static ImmutableArray<LayerDescription> Layers =>
        [Describe.Dense("Dense1", "ReLU", inputs: 2, units: 3, offset: 0)];
}

/// <summary>The words of <see cref="LayerDescription"/> that persistence reads.</summary>
internal static class Describe
{
    public static LayerDescription Dense(string name, string details, int inputs, int units, int offset) => Layer(
        name,
        "Dense",
        details,
        new Shape(inputs),
        new Shape(units),
        Tensor("kernel", new Shape(inputs, units), offset),
        Tensor("bias", new Shape(units), offset + (inputs * units)));

    public static LayerDescription Layer(
        string name, string kind, string details, Shape input, Shape output, params ImmutableArray<TensorDescription> tensors) =>
        new(name, kind, details, input, output, OutputSlot: 0, tensors);

    public static TensorDescription Tensor(string name, Shape shape, int offset, bool isTrainable = true) =>
        new(name, shape, offset, isTrainable, Initializer.Zeros);
}
