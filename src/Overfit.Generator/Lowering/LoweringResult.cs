using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>A plan, or the problems that forbid one; the spec either way, since members are emitted either way.</summary>
internal sealed record LoweringResult(
    ModelSpec Spec, EquatableArray<string> LayerNames, ModelPlan? Plan, EquatableArray<Problem> Problems);
