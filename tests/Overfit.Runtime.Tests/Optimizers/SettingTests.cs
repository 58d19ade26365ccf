namespace Overfit.Tests.Optimizers;

/// <summary>Settings out of range are refused by name, with the value received and the range expected.</summary>
public sealed class SettingTests
{
    private const string NotNegative = "It must be a finite float, at least 0 and at most 3.4e38.";
    private const string Positive = "It must be a finite float greater than 0, such as 1e-7.";
    private const string Decay = "It must be at least 0 and less than 1, such as 0.9.";
    private const string Fraction = "It must be from 0 to 1, such as 0.9.";

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e39)]
    public void RatesAreFiniteAndNotNegative(double value)
    {
        Refused(nameof(Optimizer.LearningRate), value, NotNegative, () => new Sgd { LearningRate = value });
        Refused(nameof(Optimizer.LearningRate), value, NotNegative, () => new RmsProp { LearningRate = value });
        Refused(nameof(Optimizer.LearningRate), value, NotNegative, () => new Adam { LearningRate = value });
        Refused(nameof(AdamW.WeightDecay), value, NotNegative, () => new AdamW { WeightDecay = value });
        Refused(nameof(OptimizerState.LearningRate), (float)value, NotNegative, () => new OptimizerState(1, 0, (float)value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1e-7)]
    [InlineData(1e-60)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void EpsilonIsPositiveEvenAsAFloat(double value)
    {
        Refused(nameof(Adam.Epsilon), value, Positive, () => new Adam { Epsilon = value });
        Refused(nameof(RmsProp.Epsilon), value, Positive, () => new RmsProp { Epsilon = value });
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void MeansForgetSomething(double value)
    {
        Refused(nameof(Adam.Beta1), value, Decay, () => new Adam { Beta1 = value });
        Refused(nameof(Adam.Beta2), value, Decay, () => new Adam { Beta2 = value });
        Refused(nameof(RmsProp.Rho), value, Decay, () => new RmsProp { Rho = value });
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void MomentumIsAFraction(double value)
    {
        Refused(nameof(Sgd.Momentum), value, Fraction, () => new Sgd { Momentum = value });
        Refused(nameof(RmsProp.Momentum), value, Fraction, () => new RmsProp { Momentum = value });
    }

    [Fact]
    public void TheEndsOfTheRangesAreAccepted()
    {
        Assert.Equal(0, new Adam { LearningRate = 0, Beta1 = 0, Beta2 = 0 }.LearningRate);
        Assert.Equal(1, new Sgd { Momentum = 1 }.Momentum);
        Assert.Equal(0, new Sgd { Momentum = 0 }.Momentum);
        Assert.Equal(0, new AdamW { WeightDecay = 0 }.WeightDecay);
    }

    private static void Refused(string setting, double value, string expected, Func<object> create)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(create);
        Assert.Equal(setting, error.ParamName);
        string message = FormattableString.Invariant($"{setting} is {value}. {expected}");
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
