using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Overfit.Tests.Optimizers;

/// <summary>What an optimizer starts from.</summary>
public sealed class OptimizerStateTests
{
    [Fact]
    public unsafe void MomentsStartAtZeroOnTheirOwnCacheLines()
    {
        OptimizerState state = new Adam { AmsGrad = true, LearningRate = 0.5 }.CreateState(4353);
        Assert.Equal((0L, 0.5f, 4353, 3), (state.Step, state.LearningRate, state.ParameterCount, state.MomentCount));
        for (int i = 0; i < 3; i++)
        {
            Span<float> moment = state.Moment(i);
            Assert.Equal(4353, moment.Length);
            Assert.False(moment.ContainsAnyExcept(0));
            Assert.Equal(0, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(moment)) % 64);
            moment.Fill(i + 1);
        }

        Assert.Equal([1f, 2f, 3f], [state.Moment(0)[4352], state.Moment(1)[0], state.Moment(2)[0]]);
    }

    [Fact]
    public void OtherMomentsAndNegativeCountsAreRefused()
    {
        OptimizerState state = new RmsProp().CreateState(3);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => state.Moment(1).Length);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => state.Moment(-1).Length);
        Assert.Throws<ArgumentOutOfRangeException>("parameterCount", () => new OptimizerState(-1, 2, 0.1f));
        Assert.Throws<ArgumentOutOfRangeException>("momentCount", () => new OptimizerState(1, -1, 0.1f));
        Assert.Throws<ArgumentOutOfRangeException>("parameterCount", () => new Adam().CreateState(-1));
    }

    /// <summary>2^32 floats would wrap to a block of none.</summary>
    [Theory]
    [InlineData(1 << 30, 4)]
    [InlineData(int.MaxValue, 1)]
    public void MoreMomentsThanOneBlockHoldsAreRefused(int parameters, int moments) =>
        Assert.Throws<OverflowException>(() => new OptimizerState(parameters, moments, 0.1f));

    [Fact]
    public void NoParametersAreNoTrouble()
    {
        Adam adam = new();
        OptimizerState state = adam.CreateState(0);
        adam.Update(state, [], []);
        Assert.Equal(1, state.Step);
    }
}
