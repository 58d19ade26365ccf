namespace Overfit.Tests.Training;

/// <summary>Subnormal numbers do not stay in a model that is trained, moving statistics included, nor in what its optimizer remembers.</summary>
public sealed class SubnormalStateTests
{
    [Fact]
    public void EverySixtyFourthStepMakesThemZero()
    {
        // A feature that is always 0, as behind units that have died: its statistics fade and nothing is added to them.
        DeadFeatureNet model = new(seed: 1);
        Dataset data = Dataset.From([0f, 0f, 0f, 0f], [0f, 0f, 0f, 0f]);
        TrainingStep<DeadFeatureNet> step = new(
            model, data, new MeanSquaredError(), new Sgd { LearningRate = 0, Momentum = 0.9 }, batchSize: 4, seed: 1, ThreadTeam.Alone);
        model.Parameters.Span.Fill(1e-40f);
        step.State.Moment(0).Fill(1e-40f);
        for (int i = 1; i < 64; i++)
        {
            step.Run([0, 1, 2, 3]);
        }

        // Moments fade to a few times the smallest float there is, of which a tenth rounds to nothing.
        Assert.All(step.State.Moment(0).ToArray(), moment => Assert.InRange(moment, float.Epsilon, 1e-42f));
        Assert.All(model.Parameters.Span.ToArray(), parameter => Assert.True(float.IsSubnormal(parameter)));

        step.Run([0, 1, 2, 3]);
        Assert.All(step.State.Moment(0).ToArray(), moment => Assert.Equal(0, moment));
        Assert.All(model.Parameters.Span.ToArray(), parameter => Assert.Equal(0, parameter));
    }
}

[Model(1)]
[BatchNormalization]
[Dense(1)]
internal sealed partial class DeadFeatureNet;
