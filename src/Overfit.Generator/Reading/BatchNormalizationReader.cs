using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Reads [BatchNormalization].</summary>
internal static class BatchNormalizationReader
{
    public static LayerSpec Read(AttributeArguments arguments) => new BatchNormalizationSpec(
        arguments.Text("Name"),
        arguments.Fraction("Momentum", 0.99f),
        arguments.PositiveNumber("Epsilon", 1e-3f),
        arguments.Flag("Center", true),
        arguments.Flag("Scale", true));
}
