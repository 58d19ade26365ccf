using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>One walk over the layers: shapes are checked and every place in memory is decided.</summary>
internal static class ModelLowering
{
    /// <summary>Most floats of one block, and of the workspace for one row: what an array of .NET holds, with room to align.</summary>
    private const int MostFloats = 0x7FFF_0000;

    public static LoweringResult Lower(ModelSpec spec)
    {
        EquatableArray<string> names = LayerNames.Of(spec.Layers);
        List<Problem> problems = [];
        ModelPlan? plan = spec.IsComplete ? Plan(spec, names, problems) : null;
        return new(spec, names, problems.Count == 0 ? plan : null, [.. problems]);
    }

    private static ModelPlan? Plan(ModelSpec spec, EquatableArray<string> names, List<Problem> problems)
    {
        if (IsTooLarge(spec.InputShape))
        {
            problems.Add(new(Descriptors.TooLarge.Id, Problem.OfModel, null, ["The input", $"{MostFloats}"]));
            return null;
        }

        LoweringWalk walk = new(spec.InputShape, spec.Layers.Count);
        List<LayerPlan> layers = [];
        for (int layer = 0; layer < spec.Layers.Count; layer++)
        {
            walk.Enter(layer, names[layer]);
            EquatableArray<int> inputShape = walk.Shape;
            Lower(spec.Layers[layer], walk);
            if (walk.Largest > MostFloats)
            {
                walk.Report(Descriptors.TooLarge.Id, null, $"Layer {layer + 1} \"{spec.Layers[layer].Kind}\"", $"{MostFloats}");
            }

            if (walk.Problems.Count > 0)
            {
                problems.AddRange(walk.Problems);
                return null;
            }

            Slot? output = walk.Operations.LastOrDefault() is DropoutOperation ? null : walk.Current;
            layers.Add(new(spec.Layers[layer], names[layer], inputShape, walk.Shape, output, walk.Leave()));
        }

        if (!walk.IsTrained)
        {
            problems.Add(new(Descriptors.NothingToTrain.Id, Problem.OfModel, null, [spec.Name.TrimStart('@')]));
            return null;
        }

        return new(
            spec,
            [.. layers],
            [.. walk.Operations],
            (int)walk.Transposed,
            walk.Fixed,
            walk.InferencePerRow,
            walk.TrainingOnlyPerRow);
    }

    /// <summary>Checked one dimension at a time, since the product of all may be more than any integer holds.</summary>
    private static bool IsTooLarge(EquatableArray<int> shape)
    {
        long length = 1;
        return shape.Any(dimension => (length *= dimension) > MostFloats);
    }

    private static void Lower(LayerSpec layer, LoweringWalk walk)
    {
        switch (layer)
        {
            case DenseSpec dense:
                DenseLowering.Lower(dense, walk);
                break;
            case ActivateSpec activate:
                ActivationLowering.Lower(activate.Kind, activate.Activation, walk);
                break;
            case BatchNormalizationSpec normalization:
                BatchNormalizationLowering.Lower(normalization, walk);
                break;
            case DropoutSpec dropout:
                DropoutLowering.Lower(dropout, walk);
                break;
        }
    }
}
