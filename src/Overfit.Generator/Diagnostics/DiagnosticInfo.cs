using Microsoft.CodeAnalysis;
using Overfit.Generator.Model;

namespace Overfit.Generator.Diagnostics;

/// <summary>A diagnostic as a value: which, where, with what words.</summary>
internal sealed record DiagnosticInfo(string Id, LocationInfo Location, EquatableArray<string> MessageArguments)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptors.ById(Id), Location.ToLocation(), [.. MessageArguments]);
}
