namespace Overfit.Generator.Lowering;

/// <summary>output = fused(input . kernel + bias).</summary>
internal sealed record DenseOperation(
    string Layer, Slot? Input, int InputWidth, Slot Output, bool NeedsInputGradient, Tensor Kernel, Tensor? Bias)
    : Operation(Layer, Input, InputWidth, Output, NeedsInputGradient)
{
    public int Units => Output.Width;
}
