using Overfit.Generator.Lowering;
using Overfit.Generator.Model;

namespace Overfit.Generator.Emission;

/// <summary>
/// The members of a model that has errors. They are there, so that what uses the model shows no errors of its own; they
/// throw, although code with errors does not get that far.
/// </summary>
internal static class ThrowingMembersEmitter
{
    public static void Emit(CodeWriter writer, LoweringResult result)
    {
        ModelSpec spec = result.Spec;
        string self = spec.QualifiedName, model = $"global::Overfit.IModel<{self}>";
        string body = $" => throw new global::System.InvalidOperationException({Literal.Of($"Model {spec.Name.TrimStart('@')} has errors.")});";
        const string Pass = "global::System.ReadOnlySpan<float> inputs, int rows, global::Overfit.Workspace workspace";
        void Public(string member)
        {
            writer.Line("/// <summary>Throws: the model has errors.</summary>");
            writer.Line($"public {member}{body}");
        }

        // A model derived from another one, which is an error, hides what that one has.
        writer.Line("#pragma warning disable CS0108");
        if (!spec.Taken.Contains(ModelSpec.Constructor))
        {
            Public($"{spec.Name}(int seed = 0)");
        }

        (string Type, string Name)[] properties =
        [
            ("static global::Overfit.ModelDescription", "Description"),
            ("static global::Overfit.WorkspaceLayout", "WorkspaceLayout"),
            ("global::Overfit.Block", "Parameters"),
            ("global::System.Collections.Generic.IReadOnlyList<global::Overfit.Layer>", "Layers"),
        ];
        foreach ((string type, string name) in properties)
        {
            if (spec.Taken.Contains(name))
            {
                writer.Line($"{type} {model}.{name}{body}");
            }
            else
            {
                Public($"{type} {name}");
            }
        }

        string[] methods =
        [
            $"static {self} {model}.Create(int seed)",
            $"static void {model}.Initialize({self} model, int seed)",
            $"static void {model}.Forward({self} model, {Pass})",
            $"static void {model}.ForwardTraining({self} model, {Pass}, in global::Overfit.DropoutRandom random)",
            $"static void {model}.Backward({self} model, {Pass}, global::System.Span<float> gradients, bool fromLogits)",
            $"static double {model}.Penalty({self} model)",
            $"static void {model}.AddPenaltyGradient({self} model, global::System.Span<float> gradients)",
        ];
        foreach (string method in methods)
        {
            writer.Line($"{method}{body}");
        }

        foreach ((string name, string kind) in Layers(result))
        {
            Public($"global::Overfit.{kind}Layer {name}");
        }
    }

    /// <summary>The layers that have a usable name, each name once.</summary>
    private static IEnumerable<(string Name, string Kind)> Layers(LoweringResult result) => result.LayerNames
        .Zip(result.Spec.Layers, static (name, layer) => (name, layer.Kind))
        .Where(static layer => layer.name.Length > 0)
        .GroupBy(static layer => layer.name)
        .Select(static layers => layers.First());
}
