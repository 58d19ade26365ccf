using Overfit.Generator.Lowering;
using Overfit.Generator.Model;

namespace Overfit.Generator.Tests;

/// <summary>Lowering is plain C#: places in memory and rules of fusion, without a compiler.</summary>
public sealed class LoweringTests
{
    private static readonly DenseStrengths None = new(0, 0, 0, 0, 0, 0);

    [Fact]
    public void TrainableParametersStandInFrontOfMovingStatistics()
    {
        ModelPlan plan = Lower([3], Dense(4, "Linear"), new BatchNormalizationSpec(null, 0.99f, 0.001f, true, true), Dense(2, "Linear"));
        Assert.Equal(
            [("kernel", 0), ("bias", 12), ("gamma", 16), ("beta", 20), ("moving_mean", 34), ("moving_variance", 38), ("kernel", 24), ("bias", 32)],
            plan.Layers.SelectMany(layer => layer.Tensors).Select(tensor => (tensor.Name, plan.OffsetOf(tensor))));
        Assert.Equal((34, 42), (plan.TrainableCount, plan.ParameterCount));
    }

    [Fact]
    public void CheapActivationsAreFused()
    {
        ModelPlan plan = Lower([3], Dense(4, "ReLU"), Dense(1, "Linear"));
        Assert.DoesNotContain(plan.Operations, operation => operation is ActivationOperation);
        Assert.Equal("ReLU", plan.Operations[0].Output.Fused);
        Assert.Equal("ReLU", plan.Operations.OfType<DenseOperation>().Last().InputActivation);
    }

    [Fact]
    public void ActivationsKnownByTheirOutputAreComputedInPlaceButTheLastKeepsItsLogits()
    {
        ModelPlan plan = Lower([3], Dense(4, "Tanh"), Dense(4, "GELU"), Dense(1, "Sigmoid"));
        ActivationOperation[] activations = [.. plan.Operations.OfType<ActivationOperation>()];
        Assert.Equal([true, false, false], activations.Select(activation => activation.Input == activation.Output));
        Assert.NotEqual(plan.OffsetOf(plan.Logits), plan.OffsetOf(plan.Last.Output));
        Assert.Equal(plan.GradientOffsetOf(plan.Logits), plan.GradientOffsetOf(plan.Last.Output));
        Assert.Equal("Sigmoid", plan.OutputActivation);
    }

    [Fact]
    public void NothingInFrontOfTheFirstTrainedLayerGetsAGradient()
    {
        ModelPlan plan = Lower([3], new DropoutSpec(null, 0.5f), Dense(4, "Linear"), Dense(1, "Linear"));
        Assert.Equal([false, false, true], plan.Operations.Where(operation => operation is not ActivityPenaltyOperation).Select(operation => operation.NeedsInputGradient));
        Assert.Equal(4, plan.Transposed);
    }

    [Fact]
    public void SlotsDoNotOverlap()
    {
        ModelPlan plan = Lower([3], Dense(5, "GELU"), new DropoutSpec(null, 0.5f), Dense(7, "Tanh"), new ActivateSpec(null, Function("SiLU")), Dense(2, "Softmax"));
        List<(int Start, int End)> places = [];
        foreach (Slot slot in plan.Operations.SelectMany(operation => operation is DropoutOperation dropout ? new[] { dropout.Output, dropout.Mask } : [operation.Output, operation.Input!]).Where(slot => slot is not null).Distinct())
        {
            places.Add((plan.OffsetOf(slot), plan.OffsetOf(slot) + slot.Width));
            if (slot.GradientOffset >= 0)
            {
                places.Add((plan.GradientOffsetOf(slot), plan.GradientOffsetOf(slot) + slot.Width));
            }
        }

        (int Start, int End)[] distinct = [.. places.Distinct().Order()];
        Assert.All(distinct.Zip(distinct.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.Equal(plan.InferencePerRow + plan.TrainingOnlyPerRow, distinct[^1].End);
    }

    private static ModelPlan Lower(EquatableArray<int> inputShape, params LayerSpec[] layers)
    {
        LoweringResult result = ModelLowering.Lower(new("", [], "A", "global::A", "A.g.cs", inputShape, [.. layers], IsComplete: true));
        Assert.Empty(result.Problems);
        return result.Plan!;
    }

    private static DenseSpec Dense(int units, string activation) =>
        new(null, units, Function(activation), UseBias: true, "GlorotUniform", "Zeros", None);

    private static ActivationFunction Function(string name) => ActivationFunction.Find(name)!;
}
