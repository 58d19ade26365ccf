namespace Overfit.Generator.Lowering;

/// <summary>Penalizes what a layer puts out; reads and leaves it.</summary>
internal sealed record ActivityPenaltyOperation(string Layer, Slot Output)
    : Operation(Layer, Output, Output.Width, Output, NeedsInputGradient: true);
