namespace Overfit.Tests.Optimizers;

/// <summary>Adam's bias correction, and what AdamW adds to it.</summary>
public sealed class AdamTests
{
    /// <summary>
    /// The correction undoes the moments' start at 0, so the first step is the learning rate, whatever the gradient. With
    /// betas rounded to float, as in Keras's float32, it would be 6e-6 less; epsilon's part is 3e-12 here.
    /// </summary>
    [Theory]
    [InlineData(1e6f, 0.9, 0.999)]
    [InlineData(-1e6f, 0.9, 0.999)]
    [InlineData(1e6f, 0, 0.9999)]
    [InlineData(1e6f, 0.99, 0)]
    public void FirstStepIsTheLearningRate(float gradient, double beta1, double beta2)
    {
        Adam adam = new() { LearningRate = 1, Beta1 = beta1, Beta2 = beta2 };
        float[] parameters = [0];
        adam.Update(adam.CreateState(1), parameters, [gradient]);

        // Seven roundings, each at most 2^-24 of a value that is 1.
        Assert.Equal(-Math.Sign(gradient), parameters[0], 7.0 / (1 << 24));
    }

    /// <summary>With a gradient that stays the same, every step is the learning rate: m and v are corrected at any age.</summary>
    [Fact]
    public void StepsStayTheLearningRateUnderAConstantGradient()
    {
        Adam adam = new() { LearningRate = 1 };
        OptimizerState state = adam.CreateState(1);
        float[] parameters = [0];
        for (int step = 1; step <= 200; step++)
        {
            float before = parameters[0];
            adam.Update(state, parameters, [1e6f]);

            // Up to 200 the parameter's own spacing is 2^-16; the moments add up one rounding for each step.
            Assert.Equal(-1, parameters[0] - before, 2e-5);
        }
    }

    [Fact]
    public void WithoutDecayAdamWIsAdam()
    {
        Adam adam = new();
        AdamW decoupled = new() { WeightDecay = 0 };
        OptimizerState first = adam.CreateState(100), second = decoupled.CreateState(100);
        Random random = new(1);
        float[] one = [.. Enumerable.Range(0, 100).Select(_ => random.NextSingle() - 0.5f)], other = [.. one];
        for (int step = 0; step < 5; step++)
        {
            float[] gradients = [.. Enumerable.Range(0, 100).Select(_ => random.NextSingle() - 0.5f)];
            adam.Update(first, one, gradients);
            decoupled.Update(second, other, gradients);
        }

        Assert.Equal(one.Select(BitConverter.SingleToUInt32Bits), other.Select(BitConverter.SingleToUInt32Bits));
    }
}
