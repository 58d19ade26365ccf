using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Reads [Dense].</summary>
internal static class DenseReader
{
    public static LayerSpec Read(AttributeArguments arguments) => new DenseSpec(
        arguments.Text("Name"),
        arguments.PositiveInteger(0, "units"),
        arguments.Activation(1, "activation"),
        arguments.Flag("UseBias", true),
        arguments.Member("KernelInitializer", "GlorotUniform"),
        arguments.Member("BiasInitializer", "Zeros"),
        new DenseStrengths(
            arguments.Strength("KernelL1"),
            arguments.Strength("KernelL2"),
            arguments.Strength("BiasL1"),
            arguments.Strength("BiasL2"),
            arguments.Strength("ActivityL1"),
            arguments.Strength("ActivityL2")));
}
