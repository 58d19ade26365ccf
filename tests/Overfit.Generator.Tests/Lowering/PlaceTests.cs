using Overfit.Generator.Lowering;
using Overfit.Generator.Model;
using static Overfit.Generator.Tests.Lowering.Specs;

namespace Overfit.Generator.Tests.Lowering;

/// <summary>Where parameters and activations stand in memory.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void TrainableParametersComeFirstAndMovingStatisticsBehind()
    {
        ModelPlan plan = Plan([3], Dense(4), BatchNormalization(), Dense(2));
        Assert.Equal(
            [
                "Dense1.kernel [3 x 4] at 0",
                "Dense1.bias [4] at 12",
                "BatchNormalization1.gamma [4] at 16",
                "BatchNormalization1.beta [4] at 20",
                "BatchNormalization1.moving_mean [4] at 34",
                "BatchNormalization1.moving_variance [4] at 38",
                "Dense2.kernel [4 x 2] at 24",
                "Dense2.bias [2] at 32",
            ],
            plan.Layers.SelectMany(layer => layer.Tensors.Select(tensor =>
                $"{layer.Name}.{tensor.Name} [{string.Join(" x ", tensor.Shape)}] at {plan.OffsetOf(tensor)}")));
        Assert.Equal(34, plan.TrainableCount);
        Assert.Equal(42, plan.ParameterCount);
    }

    [Fact]
    public void ParametersThatAreSwitchedOffTakeNoRoom()
    {
        ModelPlan plan = Plan([3], Dense(4, useBias: false), BatchNormalization(center: false), BatchNormalization(scale: false));
        Assert.Equal(
            ["kernel", "gamma", "moving_mean", "moving_variance", "beta", "moving_mean", "moving_variance"],
            plan.Layers.SelectMany(static layer => layer.Tensors).Select(static tensor => tensor.Name));
        Assert.Equal(12 + 4 + 4, plan.TrainableCount);
    }

    [Fact]
    public void ShapesAreThreadedThroughTheLayers()
    {
        ModelPlan plan = Plan([3], Dropout(), Dense(4), BatchNormalization(), Activate("ReLU"), Dense(2));
        Assert.Equal(
            ["3 -> 3", "3 -> 4", "4 -> 4", "4 -> 4", "4 -> 2"],
            plan.Layers.Select(static layer => $"{Assert.Single(layer.InputShape)} -> {Assert.Single(layer.OutputShape)}"));
    }

    [Fact]
    public void RowsOfInferenceComeFirstAndGradientsBehind()
    {
        ModelPlan plan = Plan([3], Dense(4), Dense(5), Dense(2));
        Assert.Equal(
            ["Dense1Output 4 at 0, gradient at 11", "Dense2Output 5 at 4, gradient at 15", "Dense3Output 2 at 9, gradient at 20"],
            plan.Slots.Select(slot => $"{slot.Name} {slot.Width} at {plan.OffsetOf(slot)}, gradient at {plan.GradientOffsetOf(slot)}"));
        Assert.Equal(11, plan.InferencePerRow);
        Assert.Equal(11, plan.TrainingOnlyPerRow);
    }

    [Fact]
    public void DropoutTakesRoomInTrainingAlone()
    {
        ModelPlan plan = Plan([3], Dense(4), Dropout(), Dense(2));
        DropoutOperation dropout = Assert.Single(plan.Operations.OfType<DropoutOperation>());
        Assert.Equal(6, plan.InferencePerRow);
        Assert.Equal(4 + (4 + 4 + 4) + 2, plan.TrainingOnlyPerRow);
        Assert.True(dropout.Output.IsTrainingOnly && dropout.Mask.IsTrainingOnly);
        Assert.True(dropout.Mask.GradientOffset < 0);
        Assert.Null(plan.Layers[1].OutputSlot);
        Assert.Equal("Dense1Output", dropout.Input!.Name);
        Assert.Same(dropout.Output, plan.Operations.OfType<DenseOperation>().Last().Input);
    }

    [Fact]
    public void DropoutsAreNumbered()
    {
        ModelPlan plan = Plan([3], Dropout(), Dense(4), Dropout(), Dense(2));
        Assert.Equal([0, 1], plan.Operations.OfType<DropoutOperation>().Select(static dropout => dropout.Number));
    }

    [Fact]
    public void OneTransposedKernelServesAllAndStatisticsStandBehindIt()
    {
        ModelPlan plan = Plan([9], Dense(4), BatchNormalization(), Dense(3), BatchNormalization(), Dense(5));

        // The first kernel, the largest, is never transposed: nobody asks for the gradient of the inputs.
        Assert.Equal(3 * 5, plan.Transposed);
        Assert.Equal([0, 2 * 4], plan.Operations.OfType<BatchNormalizationOperation>().Select(static operation => operation.Statistics));
        Assert.Equal((3 * 5) + (2 * 4) + (2 * 3), plan.Fixed);
    }

    /// <summary>As many floats as DenseKernel.BackwardInputs asks for.</summary>
    [Theory]
    [InlineData(4, 3, 3 * 4)]
    [InlineData(4, 1, 0)]
    [InlineData(255, 3, 3 * 255)]
    [InlineData(256, 3, 3 * (256 + 16))]
    [InlineData(512, 2, 2 * (512 + 16))]
    [InlineData(256, 1, 0)]
    public void ATransposedKernelHasRoomBehindRowsOfWholeKilobytes(int inputs, int units, int expected) =>
        Assert.Equal(expected, Plan([2], Dense(inputs), Dense(units)).Transposed);

    [Fact]
    public void InputGradientsAreNeededBehindTheFirstParameter()
    {
        ModelPlan plan = Plan([3], Dropout(), Activate("Tanh"), Dense(4), Dropout(), Dense(2));
        Assert.Equal(
            ["Dropout1 False", "Activate1 False", "Dense1 False", "Dropout2 True", "Dense2 True"],
            plan.Operations.Where(static operation => operation is not ActivityPenaltyOperation)
                .Select(static operation => $"{operation.Layer} {operation.NeedsInputGradient}"));
    }

    /// <summary>Whatever the layers: parameters tile their block, and no two places overlap.</summary>
    [Fact]
    public void PlacesNeverOverlap()
    {
        Random random = new(5);
        string[] activations = ["Linear", "ReLU", "LeakyReLU", "ELU", "GELU", "SiLU", "Tanh", "Sigmoid", "Softplus"];
        for (int run = 0; run < 500; run++)
        {
            LayerSpec Layer() => random.Next(4) switch
            {
                0 => Dense(random.Next(1, 9), activations[random.Next(activations.Length)], random.Next(2) == 0),
                1 => Activate(activations[random.Next(activations.Length)]),
                2 => BatchNormalization(random.Next(2) == 0, random.Next(2) == 0),
                _ => Dropout(),
            };
            List<LayerSpec> layers = [.. Enumerable.Range(0, random.Next(8)).Select(_ => Layer()), Dense(random.Next(1, 4), activations[random.Next(activations.Length)])];
            ModelPlan plan = Plan([random.Next(1, 9)], [.. layers]);

            AssertTile(plan.ParameterCount, plan.Layers.SelectMany(static layer => layer.Tensors).Select(tensor => (plan.OffsetOf(tensor), tensor.Length)));
            AssertTile(
                plan.InferencePerRow + plan.TrainingOnlyPerRow,
                plan.Slots.Select(slot => (plan.OffsetOf(slot), slot.Width))
                    .Concat(plan.Slots.Where(static slot => slot.GradientOffset >= 0)
                        .DistinctBy(static slot => slot.GradientName)
                        .Select(slot => (plan.GradientOffsetOf(slot), slot.Width))));
            AssertTile(
                plan.Fixed,
                plan.Operations.OfType<BatchNormalizationOperation>()
                    .Select(operation => (plan.Transposed + operation.Statistics, 2 * operation.InputWidth))
                    .Append((0, plan.Transposed)));
            Assert.All(plan.Slots.Where(static slot => !slot.IsTrainingOnly), slot => Assert.True(plan.OffsetOf(slot) + slot.Width <= plan.InferencePerRow));
        }
    }

    private static void AssertTile(int length, IEnumerable<(int Offset, int Length)> places)
    {
        int end = 0;
        foreach ((int offset, int width) in places.Where(static place => place.Length > 0).Order())
        {
            Assert.Equal(end, offset);
            end += width;
        }

        Assert.Equal(length, end);
    }
}
