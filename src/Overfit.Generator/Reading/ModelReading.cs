using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>What was read of one class: the model, what is wrong so far, and where everything stands.</summary>
/// <param name="Spec">The model; null where nothing can be emitted into the class.</param>
/// <param name="Problems">Found while reading.</param>
/// <param name="ClassName">Where the class's name stands.</param>
/// <param name="Model">Where [Model] stands.</param>
/// <param name="Layers">Where the layers stand, in their order.</param>
/// <param name="Strays">Problems of other declarations and members, already joined with their places.</param>
internal sealed record ModelReading(
    ModelSpec? Spec,
    EquatableArray<Problem> Problems,
    LocationInfo ClassName,
    LayerLocations Model,
    EquatableArray<LayerLocations> Layers,
    EquatableArray<DiagnosticInfo> Strays)
{
    /// <summary>A problem joined with its place.</summary>
    public DiagnosticInfo Locate(Problem problem)
    {
        LocationInfo location = problem.Layer switch
        {
            Problem.OfClass => ClassName,
            Problem.OfModel => Model.Of(problem.Argument),
            _ => Layers[problem.Layer].Of(problem.Argument),
        };
        return new(problem.Id, location, problem.MessageArguments);
    }
}
