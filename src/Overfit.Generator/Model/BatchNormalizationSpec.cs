namespace Overfit.Generator.Model;

/// <summary>A batch normalization layer as written.</summary>
internal sealed record BatchNormalizationSpec(string? Name, float Momentum, float Epsilon, bool Center, bool Scale) : LayerSpec(Name)
{
    public override string Kind => "BatchNormalization";
}
