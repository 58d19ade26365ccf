using System.Collections.Immutable;

namespace Overfit.Tests.Models;

/// <summary>Records that hold lists are equal where the lists' elements are, and print them.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void DescriptionsAreTheirLayersAndTensors()
    {
        Assert.Equal(Of("kernel"), Of("kernel"));
        Assert.Equal(Of("kernel").GetHashCode(), Of("kernel").GetHashCode());
        Assert.NotEqual(Of("kernel"), Of("bias"));
        Assert.Equal("Dense1: Dense ReLU, [1] to [2], 2 parameters", Of("kernel").Layers[0].ToString());
        Assert.Equal(Of("kernel").ToTable(), Of("kernel").ToString());
    }

    [Fact]
    public void MeasurementsAreTheirNumbers()
    {
        SplitRecord record = new(1.5, 0.25, [0.5, double.NaN]);
        Assert.Equal(record, new SplitRecord(1.5, 0.25, ImmutableArray.Create(0.5, double.NaN)));
        Assert.Equal(record.GetHashCode(), new SplitRecord(1.5, 0.25, [0.5, double.NaN]).GetHashCode());
        Assert.NotEqual(record, new SplitRecord(1.5, 0.25, [0.5, 1]));
        Assert.NotEqual(record, new SplitRecord(1.5, 0.25, []));
        Assert.Equal("SplitRecord { DataLoss = 1.5, Penalty = 0.25, Metrics = [0.5, NaN] }", record.ToString());
    }

    private static ModelDescription Of(string tensor) => new(
        "Net",
        new Shape(1),
        [
            new("Dense1", "Dense", "ReLU", new Shape(1), new Shape(2), OutputSlot: 0,
                [new(tensor, new Shape(1, 2), Offset: 0, IsTrainable: true, Initializer.Zeros)]),
        ],
        Activation.ReLU,
        OutputSlot: 0,
        LogitsSlot: 0,
        OutputGradientSlot: 2);
}
