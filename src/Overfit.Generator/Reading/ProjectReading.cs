using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>What was read of a project.</summary>
/// <param name="Models">One for each class with [Model], in the order of the files.</param>
/// <param name="Orphans">Layers on classes without.</param>
internal sealed record ProjectReading(EquatableArray<ModelReading> Models, EquatableArray<DiagnosticInfo> Orphans);
