namespace Overfit.Generator.Model;

/// <summary>A dropout layer as written.</summary>
internal sealed record DropoutSpec(string? Name, float Rate) : LayerSpec(Name)
{
    public override string Kind => "Dropout";
}
