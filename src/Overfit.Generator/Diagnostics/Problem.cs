using Overfit.Generator.Model;

namespace Overfit.Generator.Diagnostics;

/// <summary>What is wrong with a model, addressed by layer and argument; the front door knows where these stand.</summary>
/// <param name="Id">Of one of <see cref="Descriptors"/>.</param>
/// <param name="Layer">Index of the layer; -1 for the model's own attribute, -2 for the class's name.</param>
/// <param name="Argument">Name of the offending argument; null for the whole attribute.</param>
/// <param name="MessageArguments">What fills the descriptor's message.</param>
internal sealed record Problem(string Id, int Layer, string? Argument, EquatableArray<string> MessageArguments)
{
    public const int OfModel = -1;
    public const int OfClass = -2;
}
