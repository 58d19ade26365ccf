using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>
/// The members of a model that has errors. They are there, so that what uses the model shows no errors of its own; they
/// throw, although code with errors does not get that far.
/// </summary>
internal static class ThrowingMembersEmitter
{
    public static void Emit(CodeWriter writer, LoweringResult result)
    {
        string self = result.Spec.QualifiedName, model = $"global::Overfit.IModel<{self}>";
        string thrown = $"throw new global::System.InvalidOperationException({Literal.Of($"Model {result.Spec.Name.TrimStart('@')} has errors.")})";
        const string Pass = "global::System.ReadOnlySpan<float> inputs, int rows, global::Overfit.Workspace workspace";
        string[] members =
        [
            $"public {result.Spec.Name}(int seed = 0)",
            "public static global::Overfit.ModelDescription Description",
            "public static global::Overfit.WorkspaceLayout WorkspaceLayout",
            "public global::Overfit.Block Parameters",
            "public global::System.Collections.Generic.IReadOnlyList<global::Overfit.Layer> Layers",
            $"static {self} {model}.Create(int seed)",
            $"static void {model}.Initialize({self} model, int seed)",
            $"static void {model}.Forward({self} model, {Pass})",
            $"static void {model}.ForwardTraining({self} model, {Pass}, in global::Overfit.DropoutRandom random)",
            $"static void {model}.Backward({self} model, {Pass}, global::System.Span<float> gradients, bool fromLogits)",
            $"static double {model}.Penalty({self} model)",
            $"static void {model}.AddPenaltyGradient({self} model, global::System.Span<float> gradients)",
        ];
        foreach (string member in members)
        {
            Member(writer, member, thrown);
        }

        foreach ((string name, string kind) in Layers(result))
        {
            Member(writer, $"public global::Overfit.{kind}Layer {name}", thrown);
        }
    }

    private static void Member(CodeWriter writer, string member, string thrown)
    {
        if (member.StartsWith("public", StringComparison.Ordinal))
        {
            writer.Line("/// <summary>Throws: the model has errors.</summary>");
        }

        writer.Line($"{member} => {thrown};");
    }

    /// <summary>The layers that have a usable name, each name once.</summary>
    private static IEnumerable<(string Name, string Kind)> Layers(LoweringResult result) => result.LayerNames
        .Zip(result.Spec.Layers, static (name, layer) => (name, layer.Kind))
        .Where(static layer => layer.name.Length > 0)
        .GroupBy(static layer => layer.name)
        .Select(static layers => layers.First());
}
