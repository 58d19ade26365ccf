namespace Overfit.Tests.Losses;

/// <summary>Descriptions of models that were never generated: only their outputs matter to a loss or a metric.</summary>
internal static class Descriptions
{
    public static ModelDescription EndingWith(Activation activation, params ReadOnlySpan<int> outputShape)
    {
        Shape input = new(4);
        LayerDescription layer = new("Dense1", "Dense", "", input, new Shape(outputShape), 0, []);
        return new ModelDescription("Net", input, [layer], activation, OutputSlot: 0, LogitsSlot: 0, OutputGradientSlot: 0);
    }
}
