using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Reads [Activate].</summary>
internal static class ActivateReader
{
    public static LayerSpec Read(AttributeArguments arguments) =>
        new ActivateSpec(arguments.Text("Name"), arguments.Activation(0, "activation"));
}
