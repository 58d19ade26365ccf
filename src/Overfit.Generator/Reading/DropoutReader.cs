using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Reads [Dropout].</summary>
internal static class DropoutReader
{
    public static LayerSpec Read(AttributeArguments arguments) =>
        new DropoutSpec(arguments.Text("Name"), arguments.Fraction(0, "rate"));
}
