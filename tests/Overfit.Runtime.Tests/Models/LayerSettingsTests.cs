namespace Overfit.Tests.Models;

/// <summary>Strengths, rates and momenta: what attributes set, and what is refused.</summary>
public sealed class LayerSettingsTests
{
    [Theory]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void StrengthsAreFiniteAndNotNegative(float value)
    {
        DenseLayer layer = new PenalizedNet().Dense1;
        (string Name, Action Set)[] settings =
        [
            ("KernelL1", () => layer.KernelL1 = value),
            ("KernelL2", () => layer.KernelL2 = value),
            ("BiasL1", () => layer.BiasL1 = value),
            ("BiasL2", () => layer.BiasL2 = value),
            ("ActivityL1", () => layer.ActivityL1 = value),
            ("ActivityL2", () => layer.ActivityL2 = value),
        ];
        foreach ((string name, Action set) in settings)
        {
            string message = Assert.Throws<ArgumentOutOfRangeException>(set).Message;
            string expected = $"{name} of layer 'Dense1' is {value}; it must be a finite number, at least 0.";
            Assert.StartsWith(expected, message, StringComparison.Ordinal);
        }

        Assert.Equal(
            [0.01f, 0.02f, 0.03f, 0.04f, 0.05f, 0.06f],
            [layer.KernelL1, layer.KernelL2, layer.BiasL1, layer.BiasL2, layer.ActivityL1, layer.ActivityL2]);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1)]
    [InlineData(float.NaN)]
    public void RatesAndMomentaAreFractions(float value)
    {
        DropoutLayer dropout = new DroppingNet().Dropout1;
        BatchNormalizationLayer normalization = new NormalizedNet().BatchNormalization1;
        Assert.StartsWith(
            $"Rate of layer 'Dropout1' is {value}; it must be at least 0 and less than 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => dropout.Rate = value).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"Momentum of layer 'BatchNormalization1' is {value}; it must be at least 0 and less than 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => normalization.Momentum = value).Message,
            StringComparison.Ordinal);
        Assert.Equal(0.3f, dropout.Rate);
        Assert.Equal(0.99f, normalization.Momentum);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void EpsilonIsPositive(float value)
    {
        BatchNormalizationLayer layer = new PartlyNormalizedNet().BatchNormalization3;
        Assert.StartsWith(
            $"Epsilon of layer 'BatchNormalization3' is {value}; it must be a finite number greater than 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => layer.Epsilon = value).Message,
            StringComparison.Ordinal);
        Assert.Equal(0.1f, layer.Epsilon);
    }

    [Fact]
    public void LayersAreViewsOfTheModelsParameters()
    {
        PartlyNormalizedNet model = new();
        model.Dense1.Kernel.Fill(7);
        Assert.Equal(3 * 7, model.Parameters.Span.ToArray().Count(value => value == 7));
        Assert.Empty(model.BatchNormalization1.Gamma.ToArray());
        Assert.Empty(model.BatchNormalization2.Beta.ToArray());
        Assert.Empty(new UnbiasedNet().Dense1.Bias.ToArray());
        Assert.Equal(["Dense1", "Dense2"], new PenalizableNet().Layers.Select(layer => layer.Name));
    }
}
