using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>How one kind of layer attribute becomes a spec. A new layer adds its reader here and nowhere else in this room.</summary>
internal sealed record LayerReader(string Attribute, Func<AttributeArguments, LayerSpec> Read)
{
    public static readonly LayerReader[] All =
    [
        new("Overfit.DenseAttribute", DenseReader.Read),
        new("Overfit.ActivateAttribute", ActivateReader.Read),
        new("Overfit.BatchNormalizationAttribute", BatchNormalizationReader.Read),
        new("Overfit.DropoutAttribute", DropoutReader.Read),
    ];

    public static LayerReader? Find(string attribute) => Array.Find(All, reader => reader.Attribute == attribute);
}
