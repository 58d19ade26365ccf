using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>Batch normalization of every feature.</summary>
internal static class BatchNormalizationLowering
{
    public static void Lower(BatchNormalizationSpec spec, LoweringWalk walk)
    {
        if (!VectorCheck.Check(spec.Kind, spec.Kind, walk))
        {
            return;
        }

        int features = walk.Shape[0];
        bool needsInputGradient = walk.IsTrained;
        Slot? input = walk.Current;
        Tensor? gamma = spec.Scale ? walk.Parameter("gamma", [features], "Ones") : null;
        Tensor? beta = spec.Center ? walk.Parameter("beta", [features], "Zeros") : null;
        Tensor movingMean = walk.Statistic("moving_mean", [features], "Zeros");
        Tensor movingVariance = walk.Statistic("moving_variance", [features], "Ones");
        walk.Append(new BatchNormalizationOperation(
            walk.Name,
            input,
            features,
            walk.Slot(features, "Output"),
            needsInputGradient,
            gamma,
            beta,
            movingMean,
            movingVariance,
            Statistics: walk.FixedFloats(2 * features)));
    }
}
