namespace Overfit.Generator.Model;

/// <summary>A fully connected layer as written.</summary>
internal sealed record DenseSpec(
    string? Name,
    int Units,
    ActivationFunction Activation,
    bool UseBias,
    string KernelInitializer,
    string BiasInitializer,
    DenseStrengths Strengths) : LayerSpec(Name)
{
    public override string Kind => "Dense";
}
