using CsCheck;

namespace Overfit.Tests.Optimizers;

/// <summary>What holds for every optimizer, with every variant of its settings.</summary>
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Optimizer> Optimizers = new()
    {
        ["sgd"] = new Sgd(),
        ["sgd momentum"] = new Sgd { Momentum = 0.9 },
        ["sgd nesterov"] = new Sgd { Momentum = 0.9, Nesterov = true },
        ["rmsprop"] = new RmsProp(),
        ["rmsprop momentum"] = new RmsProp { Momentum = 0.9 },
        ["rmsprop centered"] = new RmsProp { Centered = true },
        ["rmsprop momentum centered"] = new RmsProp { Momentum = 0.9, Centered = true },
        ["adam"] = new Adam(),
        ["adam amsgrad"] = new Adam { AmsGrad = true },
        ["adamw"] = new AdamW(),
        ["adamw amsgrad"] = new AdamW { AmsGrad = true },
    };

    private static readonly int[] Lengths = [1, 3, 7, 13, 30, 100, 4353];

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RangesInAnyOrderGiveTheBitsOfTheWhole(string name) =>
        (from length in Gen.OneOf([.. Lengths.Select(length => Gen.Const(length))])
         from first in Gen.Int[0, length]
         from second in Gen.Int[0, length]
         from seed in Gen.Int
         select (length, Math.Min(first, second), Math.Max(first, second), seed)).Sample(
            (length, first, second, seed) => CheckRanges(Optimizers[name], length, first, second, seed), iter: 50, threads: 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void StepsAllocateNothing(string name)
    {
        Optimizer optimizer = Optimizers[name];
        OptimizerState state = optimizer.CreateState(100);
        float[] parameters = new float[100], gradients = new float[100];
        optimizer.Update(state, parameters, gradients);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            optimizer.Update(state, parameters, gradients);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>A unit that has died gets no gradient any more: what it leaves behind would stay subnormal for ever.</summary>
    [Fact]
    public void EverySixtyFourthStepMakesSubnormalNumbersZero()
    {
        Sgd optimizer = new() { LearningRate = 0, Momentum = 0.9 };
        OptimizerState state = optimizer.CreateState(30);
        float[] parameters = [.. Enumerable.Repeat(1e-40f, 30)], gradients = new float[30];
        state.Moment(0).Fill(1e-40f);
        for (int step = 1; step < 64; step++)
        {
            optimizer.Update(state, parameters, gradients);
        }

        Assert.All(state.Moment(0).ToArray(), moment => Assert.True(float.IsSubnormal(moment)));
        Assert.All(parameters, parameter => Assert.True(float.IsSubnormal(parameter)));

        optimizer.Update(state, parameters, gradients);
        Assert.Equal(new float[30], state.Moment(0).ToArray());
        Assert.Equal(new float[30], parameters);
    }

    /// <summary>Whoever looks for a NaN must find it, and in the parameter it belongs to.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void OneGradientThatIsNotANumberSpoilsItsParameterAlone(string name)
    {
        Optimizer optimizer = Optimizers[name];
        float[] parameters = new float[30], gradients = new float[30];
        Array.Fill(gradients, 1);
        gradients[5] = gradients[29] = float.NaN;
        optimizer.Update(optimizer.CreateState(30), parameters, gradients);
        Assert.Equal([5, 29], Enumerable.Range(0, 30).Where(i => float.IsNaN(parameters[i])));
        Assert.Single(parameters.Where(value => !float.IsNaN(value)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ZeroGradientsMoveNothingButByDecay(string name)
    {
        Optimizer optimizer = Optimizers[name];
        float kept = optimizer is AdamW decaying ? 1 - (float)(decaying.WeightDecay * decaying.LearningRate) : 1;
        float[] parameters = [1, -2, 4];
        optimizer.Update(optimizer.CreateState(3), parameters, new float[3]);
        Assert.Equal([kept, -2 * kept, 4 * kept], parameters);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BlocksOfOtherLengthsAreRefusedBeforeAnythingChanges(string name)
    {
        Optimizer optimizer = Optimizers[name];
        OptimizerState state = optimizer.CreateState(3);
        ArgumentException error = Assert.Throws<ArgumentException>(() => optimizer.Update(state, new float[4], new float[5]));
        Assert.StartsWith(
            "There are 4 parameters and 5 gradients, but the optimizer's state is for 3 parameters. " +
            "Pass the whole blocks of the model the state was created for.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => optimizer.Update(state, new float[4], new float[4]));
        Assert.Throws<ArgumentException>(() => optimizer.Update(state, new float[3], new float[4]));
        Assert.Equal(0, state.Step);
    }

    [Fact]
    public void StateOfAnotherOptimizerIsRefused()
    {
        OptimizerState state = new Sgd { Momentum = 0.5 }.CreateState(3);
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Adam().Update(state, new float[3], new float[3]));
        Assert.StartsWith(
            "The state remembers 1 moments for each parameter, but Adam with these settings needs 2. " +
            "Create the state with the optimizer that uses it.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AMissingStateIsRefused(string name) =>
        Assert.Throws<ArgumentNullException>("state", () => Optimizers[name].Update(null!, new float[3], new float[3]));

    /// <summary>Whoever derives from Adam can take a step for a range of the parameters, too.</summary>
    [Fact]
    public void AMissingStateIsRefusedForARange() =>
        Assert.Throws<ArgumentNullException>("state", () => new Adam().Apply(null!, new float[3], new float[3], start: 0));

    private static void CheckRanges(Optimizer optimizer, int length, int first, int second, int seed)
    {
        Random random = new(seed);
        float[] whole = Uniform(random, length), parts = [.. whole];
        OptimizerState wholeState = optimizer.CreateState(length), partsState = optimizer.CreateState(length);
        for (int step = 0; step < 3; step++)
        {
            float[] gradients = Uniform(random, length);
            optimizer.Update(wholeState, whole, gradients);

            optimizer.BeginStep(partsState);
            foreach (Range range in new[] { second..length, ..first, first..second })
            {
                optimizer.Apply(partsState, parts.AsSpan(range), gradients.AsSpan(range), range.Start.Value);
            }
        }

        Assert.Equal(Bits(whole), Bits(parts));
        for (int moment = 0; moment < optimizer.MomentCount; moment++)
        {
            Assert.Equal(Bits(wholeState.Moment(moment)), Bits(partsState.Moment(moment)));
        }
    }

    private static float[] Uniform(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextSingle()) - 1)];

    private static uint[] Bits(ReadOnlySpan<float> values)
    {
        uint[] bits = new uint[values.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.SingleToUInt32Bits(values[i]);
        }

        return bits;
    }
}
