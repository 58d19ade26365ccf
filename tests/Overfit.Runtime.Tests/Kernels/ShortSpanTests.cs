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
    public void DenseRefusesEachShortSpan()
    {
        EachMustBeWhole(
            [6, 12, 4, 8],
            n => DenseKernel.Forward<ReLU>(ThreadTeam.Alone, 2, 3, 4, new float[n[0]], new float[n[1]], new float[n[2]], new float[n[3]]));
        EachMustBeWhole(
            [6, 8, 12, 4],
            n => DenseKernel.BackwardParameters(ThreadTeam.Alone, 2, 3, 4, new float[n[0]], new float[n[1]], new float[n[2]], new float[n[3]]));
        EachMustBeWhole(
            [8, 12, 12, 6, 6],
            n => DenseKernel.BackwardInputs<ReLU>(
                ThreadTeam.Alone, 2, 3, 4, new float[n[0]], new float[n[1]], new float[n[2]], new float[n[3]], new float[n[4]]));

        // A transpose whose rows would stand whole kilobytes apart takes a cache line more for each.
        EachMustBeWhole(
            [2, 512, 2 * (256 + 16), 256, 256],
            n => DenseKernel.BackwardInputs<ReLU>(
                ThreadTeam.Alone, 1, 256, 2, new float[n[0]], new float[n[1]], new float[n[2]], new float[n[3]], new float[n[4]]));
    }

    [Fact]
    public void BatchNormalizationRefusesEachShortSpan()
    {
        EachMustBeWhole(
            [8, 4, 4, 4, 4, 8],
            n => BatchNormalizationKernel.Forward<ReLU>(
                2, 4, new float[n[0]], new float[n[1]], new float[n[2]], new float[n[3]], new float[n[4]], 0.1f, new float[n[5]]));
        EachMustBeWhole(
            [8, 4, 4, 4, 4, 8, 8],
            n => BatchNormalizationKernel.ForwardTraining<ReLU>(
                2,
                4,
                new float[n[0]],
                new float[n[1]],
                new float[n[2]],
                new float[n[3]],
                new float[n[4]],
                0.9f,
                0.1f,
                new float[n[5]],
                new float[n[6]]));
        EachMustBeWhole(
            [8, 4, 8, 8, 4, 4, 8],
            n => BatchNormalizationKernel.Backward(
                2,
                4,
                new float[n[0]],
                new float[n[1]],
                new float[n[2]],
                new float[n[3]],
                new float[n[4]],
                new float[n[5]],
                new float[n[6]]));
    }

    [Fact]
    public void SoftmaxRefusesEachShortSpan()
    {
        EachMustBeWhole([6, 6], n => Softmax.Forward(2, 3, new float[n[0]], new float[n[1]]));
        EachMustBeWhole([6, 6, 6], n => Softmax.Backward(2, 3, new float[n[0]], new float[n[1]], new float[n[2]]));
    }

    [Fact]
    public void LossesRefuseShortTargetsAndGradients()
    {
        foreach (Loss loss in new Loss[] { new MeanSquaredError(), new Huber(), new BinaryCrossEntropy(), new CategoricalCrossEntropy() })
        {
            EachMustBeWhole([6, 6], n => loss.SumAndGradient(new float[6], new float[n[0]], 2, new float[n[1]]));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void AClassThatThereIsNotIsRefused(float target) => Assert.Throws<IndexOutOfRangeException>(
        () => new SparseCategoricalCrossEntropy().SumAndGradient(new float[6], [target, 0], 2, new float[6]));

    [Fact]
    public void TheMessageTellsShapeAndLength()
    {
        ArgumentException dense = Assert.Throws<ArgumentException>(
            () => DenseKernel.Forward<Linear>(ThreadTeam.Alone, 2, 3, 4, new float[5], new float[12], [], new float[8]));
        Assert.Equal("A matrix of 2 x 3 has 6 floats; received 5.", dense.Message);
        ArgumentException normalized = Assert.Throws<ArgumentException>(
            () => BatchNormalizationKernel.Backward(2, 3, new float[5], [], new float[6], new float[6], [], [], []));
        Assert.Equal("A matrix of 2 x 3 has 6 floats; received 5.", normalized.Message);
    }

    /// <summary>The call goes through with spans of these lengths, but with none of them a float shorter.</summary>
    private static void EachMustBeWhole(int[] lengths, Action<int[]> call)
    {
        call(lengths);
        for (int i = 0; i < lengths.Length; i++)
        {
            int[] shorter = [.. lengths];
            shorter[i]--;
            Assert.ThrowsAny<ArgumentException>(() => call(shorter));
        }
    }
}
