using Microsoft.CodeAnalysis;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>How one kind of layer attribute becomes a spec. A new layer adds its reader here and nowhere else in this room.</summary>
internal sealed record LayerReader(string Attribute, Func<AttributeArguments, LayerSpec> Read)
{
    public static readonly LayerReader[] All =
    [
        new("DenseAttribute", DenseReader.Read),
        new("ActivateAttribute", ActivateReader.Read),
        new("BatchNormalizationAttribute", BatchNormalizationReader.Read),
        new("DropoutAttribute", DropoutReader.Read),
    ];

    public static LayerReader? Find(AttributeData attribute) => Find(Vocabulary.NameOf(attribute));

    public static LayerReader? Find(string? attribute) => Array.Find(All, reader => reader.Attribute == attribute);
}
