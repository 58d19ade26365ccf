namespace Overfit.Generator.Lowering;

/// <summary>output = fused(batch normalization of the input).</summary>
/// <param name="Statistics">Fixed floats for the batch's mean and inverse deviation; counted from behind the transposed kernel.</param>
internal sealed record BatchNormalizationOperation(
    string Layer,
    Slot? Input,
    int InputWidth,
    Slot Output,
    bool NeedsInputGradient,
    Tensor? Gamma,
    Tensor? Beta,
    Tensor MovingMean,
    Tensor MovingVariance,
    int Statistics)
    : Operation(Layer, Input, InputWidth, Output, NeedsInputGradient);
