namespace Overfit.Generator.Lowering;

/// <summary>
/// One step of the computation. It names the slots it reads and writes; that it reads what the step before wrote is only
/// what the attributes mean.
/// </summary>
/// <param name="Layer">Name of the layer it belongs to.</param>
/// <param name="Input">What it reads; null for the model's input.</param>
/// <param name="InputWidth">Floats in a row of it.</param>
/// <param name="Output">What it writes.</param>
/// <param name="NeedsInputGradient">Whether something in front of it is trained.</param>
internal abstract record Operation(string Layer, Slot? Input, int InputWidth, Slot Output, bool NeedsInputGradient)
{
    /// <summary>The activation that was fused into what it reads.</summary>
    public string InputActivation => Input?.Fused ?? "Linear";
}
