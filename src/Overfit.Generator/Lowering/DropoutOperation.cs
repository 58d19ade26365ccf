namespace Overfit.Generator.Lowering;

/// <summary>output = input * mask in training; in inference the operations behind it read its input.</summary>
/// <param name="Mask">0 or 1 / (1 - rate) for each value.</param>
/// <param name="Number">Its number among the model's dropout operations; names its random numbers.</param>
internal sealed record DropoutOperation(
    string Layer, Slot? Input, int InputWidth, Slot Output, bool NeedsInputGradient, Slot Mask, int Number)
    : Operation(Layer, Input, InputWidth, Output, NeedsInputGradient);
