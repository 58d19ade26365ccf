namespace Overfit.Tests.Optimizers;

/// <summary>RMSprop worked out by hand, and where the centered one differs from Keras, on purpose.</summary>
public sealed class RmsPropTests
{
    /// <summary>
    /// Gradients of 4 and 2 with rho 3/4 make v 4 each time, hence quotients of 1 and 1/2. Gradients of 4 and 3 with rho 1/2
    /// make v - a^2 = 8 - 4 and 8.5 - 6.25: quotients of 1 each. No operation rounds, but the one that loses epsilon.
    /// </summary>
    [Theory]
    [InlineData(false, 0, -1.5f)]
    [InlineData(false, 0.5, -2)]
    [InlineData(true, 0, -2)]
    [InlineData(true, 0.5, -2.5f)]
    public void StepsFollowTheSettings(bool centered, double momentum, float second)
    {
        RmsProp optimizer = new()
        {
            LearningRate = 0.5,
            Rho = centered ? 0.5 : 0.75,
            Momentum = momentum,
            Epsilon = 1e-30,
            Centered = centered,
        };
        OptimizerState state = optimizer.CreateState(1);
        float[] parameters = [0];
        optimizer.Update(state, parameters, [4]);
        Assert.Equal(-1, parameters[0]);
        optimizer.Update(state, parameters, [centered ? 3 : 2]);
        Assert.Equal(second, parameters[0]);
    }

    [Theory]
    [InlineData(false, 0, 1)]
    [InlineData(false, 0.5, 2)]
    [InlineData(true, 0, 2)]
    [InlineData(true, 0.5, 3)]
    public void MomentumAndTheMeanAreRememberedWhereTheyAreNeeded(bool centered, double momentum, int moments) =>
        Assert.Equal(moments, new RmsProp { Centered = centered, Momentum = momentum }.MomentCount);

    /// <summary>A constant gradient has no variance; rounding makes it negative, and a root of it would be NaN.</summary>
    [Fact]
    public void CenteredSurvivesGradientsThatDoNotVary()
    {
        RmsProp optimizer = new() { Centered = true };
        OptimizerState state = optimizer.CreateState(100);
        float[] parameters = new float[100];
        float[] gradients = [.. Enumerable.Range(1, 100).Select(i => i * 0.74f)];
        bool negative = false;
        for (int step = 0; step < 500; step++)
        {
            // From larger gradients the two means fall, and come to rest a little above their limits.
            if (step == 20)
            {
                gradients = [.. gradients.Select(gradient => gradient / 2)];
            }

            optimizer.Update(state, parameters, gradients);
            for (int i = 0; i < 100; i++)
            {
                float average = state.Moment(1)[i];
                negative |= state.Moment(0)[i] - (average * average) + (float)optimizer.Epsilon < 0;
            }
        }

        Assert.True(negative, "The gradients never rounded to a negative variance, so they prove nothing.");
        Assert.All(parameters, value => Assert.True(float.IsFinite(value)));
    }
}
