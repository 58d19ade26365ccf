using Overfit.Generator.Lowering;
using static Overfit.Generator.Tests.Lowering.Specs;

namespace Overfit.Generator.Tests.Lowering;

/// <summary>Which activations are fused, which are computed in place, and whose inputs are kept.</summary>
public sealed class ActivationTests
{
    [Theory]
    [InlineData("Linear")]
    [InlineData("ReLU")]
    [InlineData("LeakyReLU")]
    public void CheapOnesAreFusedIntoDense(string activation)
    {
        ModelPlan plan = Plan([3], Dense(4, activation), Dense(2, activation));
        Assert.Empty(plan.Operations.OfType<ActivationOperation>());
        Assert.All(plan.Operations.OfType<DenseOperation>(), dense => Assert.Equal(activation, dense.Output.Fused));
        Assert.Equal(activation, plan.Operations.OfType<DenseOperation>().Last().InputActivation);
        Assert.Equal(activation, plan.OutputActivation);
        Assert.Same(plan.Last.Output, plan.Logits);
    }

    [Theory]
    [InlineData("ELU")]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Softplus")]
    public void HiddenOnesWhoseOutputSufficesAreInPlace(string activation)
    {
        ModelPlan plan = Plan([3], Dense(4, activation), Dense(2));
        ActivationOperation operation = Assert.Single(plan.Operations.OfType<ActivationOperation>());
        Assert.Equal(operation.Input, operation.Output);
        Assert.Equal(6, plan.InferencePerRow);
    }

    [Theory]
    [InlineData("GELU")]
    [InlineData("SiLU")]
    public void HiddenOnesWhoseInputIsNeededKeepIt(string activation)
    {
        ModelPlan plan = Plan([3], Dense(4, activation), Dense(2));
        ActivationOperation operation = Assert.Single(plan.Operations.OfType<ActivationOperation>());
        Assert.Equal("Dense1Preactivation", operation.Input!.Name);
        Assert.Equal("Dense1Output", operation.Output.Name);
        Assert.Equal(4 + 4 + 2, plan.InferencePerRow);

        // The gradient of the outputs becomes that of the inputs where it stands.
        Assert.Equal(operation.Input.GradientOffset, operation.Output.GradientOffset);
        Assert.Equal(4 + 2, plan.TrainingOnlyPerRow);
    }

    [Theory]
    [InlineData("ELU")]
    [InlineData("GELU")]
    [InlineData("SiLU")]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Softplus")]
    [InlineData("Softmax")]
    public void LastOneKeepsTheLogits(string activation)
    {
        foreach (ModelPlan plan in (ModelPlan[])[Plan([3], Dense(4, activation)), Plan([3], Dense(4), Activate(activation)), Plan([3], Dense(4), BatchNormalization(), Activate(activation))])
        {
            ActivationOperation last = Assert.IsType<ActivationOperation>(plan.Last);
            Assert.Equal(activation, plan.OutputActivation);
            Assert.Equal(last.Input, plan.Logits);
            Assert.NotEqual(plan.OffsetOf(plan.Logits), plan.OffsetOf(last.Output));
            Assert.True(plan.IsBehindLogits(last));
        }
    }

    [Fact]
    public void CheapOneIsFusedIntoBatchNormalization()
    {
        ModelPlan plan = Plan([3], Dense(4), BatchNormalization(), Activate("ReLU"), Dense(2));
        Assert.Empty(plan.Operations.OfType<ActivationOperation>());
        Assert.Equal("ReLU", Assert.Single(plan.Operations.OfType<BatchNormalizationOperation>()).Output.Fused);
        Assert.Equal("BatchNormalization1Output", plan.Layers[2].OutputSlot!.Name);
    }

    [Fact]
    public void OneThatFollowsBatchNormalizationIsInPlace()
    {
        ModelPlan plan = Plan([3], Dense(4), BatchNormalization(), Activate("Tanh"), Dense(2));
        ActivationOperation operation = Assert.Single(plan.Operations.OfType<ActivationOperation>());
        Assert.Equal(operation.Input, operation.Output);
    }

    [Theory]
    [InlineData("ReLU")]
    [InlineData("Tanh")]
    public void DensesOutputsStayForTheirPenalty(string activation)
    {
        ModelPlan plan = Plan([3], Dense(4), Activate(activation), Dense(2));
        ActivationOperation operation = Assert.Single(plan.Operations.OfType<ActivationOperation>());
        Assert.Equal("Dense1Output", operation.Input!.Name);
        Assert.Equal("Linear", operation.Input.Fused);
        Assert.NotEqual(operation.Input.Offset, operation.Output.Offset);
        Assert.Equal("Dense1Output", plan.Operations.OfType<ActivityPenaltyOperation>().First().Output.Name);
    }

    [Fact]
    public void OnlyOneIsFused()
    {
        ModelPlan plan = Plan([3], Dense(4), BatchNormalization(), Activate("ReLU"), Activate("LeakyReLU"), Dense(2));
        Assert.Equal("ReLU", Assert.Single(plan.Operations.OfType<BatchNormalizationOperation>()).Output.Fused);
        Assert.Equal("LeakyReLU", Assert.Single(plan.Operations.OfType<ActivationOperation>()).Function.Name);
    }

    [Fact]
    public void OneOfTheModelsInputsHasAPlaceOfItsOwn()
    {
        ModelPlan plan = Plan([3], Activate("ReLU"), Dense(2));
        ActivationOperation operation = Assert.Single(plan.Operations.OfType<ActivationOperation>());
        Assert.Null(operation.Input);
        Assert.Equal(3, operation.Output.Width);
        Assert.False(operation.NeedsInputGradient);
    }

    [Fact]
    public void LinearLayerComputesNothing()
    {
        ModelPlan plan = Plan([3], Activate("Linear"), Dense(2), Activate("Linear"));
        Assert.Empty(plan.Operations.OfType<ActivationOperation>());
        Assert.Equal(2, plan.Operations.Count);
    }
}
