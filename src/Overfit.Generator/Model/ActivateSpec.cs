namespace Overfit.Generator.Model;

/// <summary>An activation layer as written.</summary>
internal sealed record ActivateSpec(string? Name, ActivationFunction Activation) : LayerSpec(Name)
{
    public override string Kind => "Activate";
}
