using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>The model's layers, shapes and parameter counts as lines of text, for whoever hovers over the class.</summary>
internal static class SummaryTable
{
    public static IEnumerable<string> Lines(ModelPlan plan)
    {
        List<string[]> rows = [["Layer", "Kind", "Output", "Parameters"]];
        rows.AddRange(plan.Layers.Select(static layer => new[]
        {
            layer.Name,
            string.Join(" ", new[] { layer.Spec.Kind, LayerEmitter.Details(layer.Spec) }.Where(static word => word.Length > 0)),
            Literal.Words(layer.OutputShape),
            Literal.Words(layer.ParameterCount),
        }));
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        yield return $"Input {Literal.Words(plan.Spec.InputShape)}";
        foreach (string[] row in rows)
        {
            yield return $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadLeft(widths[3])}";
        }

        yield return Total(plan);
    }

    public static string Total(ModelPlan plan) => plan.ParameterCount == plan.TrainableCount
        ? $"{Literal.Words(plan.ParameterCount)} parameters"
        : $"{Literal.Words(plan.ParameterCount)} parameters, {Literal.Words(plan.TrainableCount)} of them trainable";
}
