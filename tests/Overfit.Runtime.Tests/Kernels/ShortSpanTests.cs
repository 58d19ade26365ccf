using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>Kernels work on pointers: a span that is too short is refused before anything is written.</summary>
public sealed class ShortSpanTests
{
    private static readonly float[] Long = new float[100];
    private static readonly float[] Short = new float[1];

    [Fact]
    public void ActivationsRefuseAShortTarget() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReLU.Forward(Long, Short));

    [Fact]
    public void PenaltiesRefuseAShortTarget()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PenaltyKernel.AddGradient(Long, 0, 1, Short));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivityPenaltyKernel.AddGradient<Linear>(Long, 10, 1, 0, Short));
    }

    [Fact]
    public void BatchNormalizationRefusesShortSpans()
    {
        float[] features = new float[10], statistics = new float[20];
        Assert.Throws<ArgumentException>(() => BatchNormalizationKernel.Forward<Linear>(10, 10, Long, [], [], features, features, 0.1f, Short));
        Assert.Throws<ArgumentException>(() => BatchNormalizationKernel.ForwardTraining<Linear>(10, 10, Long, [], [], features, features, 0.9f, 0.1f, Short, Long));
        Assert.Throws<ArgumentException>(() => BatchNormalizationKernel.Backward(10, 10, Long, [], statistics, Long, Short, [], []));
    }
}
