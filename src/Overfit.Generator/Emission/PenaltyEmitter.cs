using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>The penalties on parameters and their gradient.</summary>
internal static class PenaltyEmitter
{
    public static void Emit(CodeWriter writer, ModelPlan plan)
    {
        PassWriter pass = new(writer, plan, isTraining: true);
        string parameters = string.Concat(Dense(plan).Select(operation => $"DenseLayer {pass.Layer(operation.Layer)}, "));
        writer.Line("/// <summary>L1 * sum|w| + L2 * sum w^2 over kernels and biases.</summary>");
        writer.Line(PassesEmitter.Optimized);
        using (writer.Open($"public static double Penalty({parameters.TrimEnd(' ', ',')})"))
        {
            writer.Line("double penalty = 0;");
            foreach ((DenseOperation operation, Tensor tensor) in Penalized(plan))
            {
                string layer = pass.Layer(operation.Layer), name = Identifier.Pascal(tensor.Name);
                writer.Line($"penalty += PenaltyKernel.Value({layer}.{name}, {layer}.{name}L1, {layer}.{name}L2);");
            }

            writer.Line("return penalty;");
        }

        writer.Line();
        writer.Line("/// <summary>Adds L1 * sign(w) + 2 * L2 * w to the gradients.</summary>");
        writer.Line(PassesEmitter.Optimized);
        using (writer.Open($"public static void AddPenaltyGradient({parameters}Span<float> gradients)"))
        {
            foreach ((DenseOperation operation, Tensor tensor) in Penalized(plan))
            {
                string layer = pass.Layer(operation.Layer), name = Identifier.Pascal(tensor.Name);
                writer.Line($"PenaltyKernel.AddGradient({layer}.{name}, {layer}.{name}L1, {layer}.{name}L2, {PassWriter.Gradient(operation.Layer, tensor)});");
            }
        }
    }

    public static IEnumerable<DenseOperation> Dense(ModelPlan plan) => plan.Operations.OfType<DenseOperation>();

    private static IEnumerable<(DenseOperation Operation, Tensor Tensor)> Penalized(ModelPlan plan) =>
        from operation in Dense(plan)
        from tensor in new[] { operation.Kernel, operation.Bias }
        where tensor is not null
        select (operation, tensor);
}
