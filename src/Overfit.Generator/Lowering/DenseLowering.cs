using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>Dense: a product with a fused activation, or a product and an activation; then the penalty on its outputs.</summary>
internal static class DenseLowering
{
    public static void Lower(DenseSpec spec, LoweringWalk walk)
    {
        if (!VectorCheck.Check(spec.Kind, spec.Kind, walk))
        {
            return;
        }

        int inputs = walk.Shape[0];
        bool needsInputGradient = walk.IsTrained;
        if (needsInputGradient)
        {
            walk.Transpose(TransposedLength(inputs, spec.Units));
        }

        Slot? input = walk.Current;
        Tensor kernel = walk.Parameter("kernel", [inputs, spec.Units], spec.KernelInitializer);
        Tensor? bias = spec.UseBias ? walk.Parameter("bias", [spec.Units], spec.BiasInitializer) : null;
        string suffix = ActivationLowering.KeepsInput(spec.Activation, walk) ? "Preactivation" : "Output";
        walk.Append(new DenseOperation(walk.Name, input, inputs, walk.Slot(spec.Units, suffix), needsInputGradient, kernel, bias));
        walk.Shape = [spec.Units];
        ActivationLowering.Lower(spec.Kind, spec.Activation, walk);
        walk.Append(new ActivityPenaltyOperation(walk.Name, walk.Current!));
    }

    /// <summary>
    /// The room that DenseKernel.BackwardInputs asks for: none for one unit, whose kernel is its own transpose; a cache line
    /// behind every row of the transpose where they would stand whole kilobytes apart.
    /// </summary>
    private static long TransposedLength(int inputs, int units) =>
        units == 1 ? 0 : (long)units * (inputs % 256 == 0 ? inputs + 16 : inputs);
}
