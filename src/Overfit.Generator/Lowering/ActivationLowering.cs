using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>An activation: fused into the operation in front where it is cheap, else an operation of its own.</summary>
internal static class ActivationLowering
{
    public static void Lower(string kind, ActivationFunction function, LoweringWalk walk)
    {
        if (function == ActivationFunction.Linear)
        {
            return;
        }

        if (walk.Operations.OfType<ActivationOperation>().LastOrDefault() is { Function.Name: "Softmax" } softmax
            && softmax.Output == walk.Current)
        {
            walk.Report(Descriptors.ActivationAfterSoftmax.Id, "activation", $"{walk.Layer + 1}", function.Name);
        }

        if (function == ActivationFunction.Softmax)
        {
            if (!VectorCheck.Check(kind, function.Name, walk))
            {
                return;
            }

            if (walk.Shape[0] == 1)
            {
                walk.Report(Descriptors.SoftmaxOfOne.Id, "activation", $"{walk.Layer + 1}", kind);
            }
        }

        // Only an operation that computes its output from something else and that nothing has read yet may be changed.
        bool isFresh = walk.Operations.LastOrDefault() is DenseOperation or BatchNormalizationOperation
            && walk.Current!.Fused == ActivationFunction.Linear.Name;
        if (isFresh && function.IsFused)
        {
            walk.Fuse(function);
            return;
        }

        Slot? input = walk.Current;
        int width = walk.Shape.Aggregate(1, static (product, dimension) => product * dimension);
        Slot output = input is null ? walk.Slot(width, "Output")
            : isFresh && !KeepsInput(function, walk) ? input
            : walk.SlotSharingGradient(input);
        walk.Append(new ActivationOperation(walk.Name, input, width, output, walk.IsTrained, function));
    }

    /// <summary>
    /// Whether what enters an activation is needed once it is computed: for the derivative, or as the last layer's logits,
    /// which losses read.
    /// </summary>
    public static bool KeepsInput(ActivationFunction function, LoweringWalk walk) =>
        !function.IsFused && (!function.DerivesFromOutput || walk.IsLast);
}
