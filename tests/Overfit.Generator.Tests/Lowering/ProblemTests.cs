using Overfit.Generator.Diagnostics;
using Overfit.Generator.Lowering;
using Overfit.Generator.Model;
using static Overfit.Generator.Tests.Lowering.Specs;

namespace Overfit.Generator.Tests.Lowering;

/// <summary>A plan or problems, never both; problems say which layer and which argument.</summary>
public sealed class ProblemTests
{
    [Fact]
    public void ProblemsNameTheirLayerAndArgument()
    {
        AssertProblem("OVF2001", 0, null, Spec([2, 3], Dense(1)));
        AssertProblem("OVF2002", 1, null, Spec([1], Dense(1000), Dense(int.MaxValue)));
        AssertProblem("OVF3001", 1, "activation", Spec([3], Dense(2, "Softmax"), Activate("ReLU")));
        AssertProblem("OVF3002", 1, null, Spec([3], Dense(2), Dropout()));
        AssertProblem("OVF3003", 0, "activation", Spec([3], Dense(1, "Softmax")));
        AssertProblem("OVF3004", Problem.OfModel, null, Spec([3], Activate("ReLU")));
    }

    [Fact]
    public void WalkEndsAtTheFirstLayerThatDoesNotFit() =>
        AssertProblem("OVF2001", 0, null, Spec([2, 3], Dense(1, "Softmax"), BatchNormalization(), Dropout()));

    [Fact]
    public void ModelThatCouldNotBeReadIsNotJudged()
    {
        LoweringResult result = ModelLowering.Lower(Spec([2, 3], Dense(1)) with { IsComplete = false });
        Assert.Null(result.Plan);
        Assert.Empty(result.Problems);
        Assert.Equal(["Dense1"], result.LayerNames);
    }

    [Fact]
    public void LayersAreNumberedAmongTheirKind() => Assert.Equal(
        ["Dense1", "Dropout1", "Hidden", "Dropout2", "Dense3"],
        LayerNames.Of([Dense(1), Dropout(), Dense(1, name: "Hidden"), Dropout(), Dense(1)]));

    private static void AssertProblem(string id, int layer, string? argument, ModelSpec spec)
    {
        LoweringResult result = ModelLowering.Lower(spec);
        Problem problem = Assert.Single(result.Problems);
        Assert.Equal((id, layer, argument), (problem.Id, problem.Layer, problem.Argument));
        Assert.Null(result.Plan);
    }
}
