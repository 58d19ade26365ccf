namespace Overfit.Tests.Optimizers;

/// <summary>Gradient descent worked out by hand, with numbers that no operation rounds.</summary>
public sealed class SgdTests
{
    /// <summary>Two steps of 1/2 along a gradient of 1; what a momentum of 1/2 adds, and what looking ahead adds to that.</summary>
    [Theory]
    [InlineData(0, false, -0.5f, -1)]
    [InlineData(0, true, -0.5f, -1)]
    [InlineData(0.5, false, -0.5f, -1.25f)]
    [InlineData(0.5, true, -0.75f, -1.625f)]
    public void StepsFollowTheSettings(double momentum, bool nesterov, float first, float second)
    {
        Sgd sgd = new() { LearningRate = 0.5, Momentum = momentum, Nesterov = nesterov };
        OptimizerState state = sgd.CreateState(1);
        float[] parameters = [0];
        sgd.Update(state, parameters, [1]);
        Assert.Equal(first, parameters[0]);
        sgd.Update(state, parameters, [1]);
        Assert.Equal(second, parameters[0]);
    }

    [Fact]
    public void OnlyMomentumRemembersSomething()
    {
        Assert.Equal(0, new Sgd { Nesterov = true }.MomentCount);
        Assert.Equal(1, new Sgd { Momentum = 0.1 }.MomentCount);
    }
}
