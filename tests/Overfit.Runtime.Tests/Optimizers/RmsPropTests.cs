namespace Overfit.Tests.Optimizers;

/// <summary>Where centered RMSprop differs from Keras, on purpose.</summary>
public sealed class RmsPropTests
{
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
