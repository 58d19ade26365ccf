namespace Overfit.Generator.Model;

/// <summary>Default strengths of the penalties of a fully connected layer.</summary>
internal sealed record DenseStrengths(
    float KernelL1, float KernelL2, float BiasL1, float BiasL2, float ActivityL1, float ActivityL2);
