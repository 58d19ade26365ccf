using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>output = f(input), where f could not be fused into what makes the input; in place where both are one slot.</summary>
internal sealed record ActivationOperation(
    string Layer, Slot? Input, int InputWidth, Slot Output, bool NeedsInputGradient, ActivationFunction Function)
    : Operation(Layer, Input, InputWidth, Output, NeedsInputGradient);
