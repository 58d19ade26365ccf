using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>The model's description as an expression.</summary>
internal static class DescriptionEmitter
{
    public static void Emit(CodeWriter writer, ModelPlan plan)
    {
        writer.Line("/// <summary>Layers, shapes and parameters.</summary>");
        writer.Line("public static global::Overfit.ModelDescription Description { get; } = new(");
        using (writer.Indent())
        {
            writer.Line($"{Literal.Of(plan.Spec.Name.TrimStart('@'))},");
            writer.Line($"new global::Overfit.Shape({string.Join(", ", plan.Spec.InputShape)}),");
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (LayerPlan layer in plan.Layers)
                {
                    Layer(writer, plan, layer);
                }
            }

            writer.Line("],");
            writer.Line($"global::Overfit.Activation.{plan.OutputActivation},");
            writer.Line($"OutputSlot: {plan.OffsetOf(plan.Last.Output)},");
            writer.Line($"LogitsSlot: {plan.OffsetOf(plan.Logits)},");
            writer.Line($"OutputGradientSlot: {plan.GradientOffsetOf(plan.Last.Output)});");
        }
    }

    private static void Layer(CodeWriter writer, ModelPlan plan, LayerPlan layer)
    {
        string shapes = $"new global::Overfit.Shape({string.Join(", ", layer.InputShape)}), new global::Overfit.Shape({string.Join(", ", layer.OutputShape)})";
        int slot = layer.OutputSlot is null ? -1 : plan.OffsetOf(layer.OutputSlot);
        string start = $"new({Literal.Of(layer.Name)}, {Literal.Of(layer.Spec.Kind)}, {Literal.Of(LayerEmitter.Details(layer.Spec))}, {shapes}, OutputSlot: {Literal.Of(slot)},";
        if (layer.Tensors.Count == 0)
        {
            writer.Line(start + " []),");
            return;
        }

        writer.Line(start);
        using (writer.Indent())
        {
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (Tensor tensor in layer.Tensors)
                {
                    writer.Line($"new({Literal.Of(tensor.Name)}, new global::Overfit.Shape({string.Join(", ", tensor.Shape)}), Offset: {plan.OffsetOf(tensor)}, IsTrainable: {(tensor.IsTrainable ? "true" : "false")}, global::Overfit.Initializer.{tensor.Initializer}),");
                }
            }

            writer.Line("]),");
        }
    }
}
