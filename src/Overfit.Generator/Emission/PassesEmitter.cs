using Overfit.Generator.Lowering;
using Overfit.Generator.Model;

namespace Overfit.Generator.Emission;

/// <summary>The body: places in memory, then the passes, forward and backward side by side.</summary>
internal static class PassesEmitter
{
    /// <summary>Training a small model is over before the runtime would have compiled its passes a second time, optimized.</summary>
    public const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    public static void Emit(CodeWriter writer, ModelPlan plan)
    {
        using (writer.Open("namespace Overfit.Generated"))
        {
            writer.Line("using System;");
            writer.Line("using System.Runtime.CompilerServices;");
            writer.Line("using Overfit;");
            writer.Line("using Overfit.Kernels;");
            writer.Line();
            writer.Line($"/// <summary>The passes of {plan.Spec.Name}, step by step.</summary>");
            using (writer.Open($"file static class {plan.Spec.Name}Passes"))
            {
                Places(writer, plan);
                Forward(writer, plan);
                ForwardTraining(writer, plan);
                Backward(writer, plan);
                PenaltyEmitter.Emit(writer, plan);
            }
        }
    }

    /// <summary>The layers a pass takes, as parameters or as arguments.</summary>
    public static string Layers(ModelPlan plan, Func<LayerPlan, string> write) =>
        string.Concat(plan.Layers.Where(static layer => layer.Spec is not ActivateSpec).Select(layer => write(layer) + ", "));

    private static void Places(CodeWriter writer, ModelPlan plan)
    {
        writer.Line("// Parameters and their gradients: first float in the block.");
        foreach (LayerPlan layer in plan.Layers)
        {
            foreach (Tensor tensor in layer.Tensors.Where(static tensor => tensor.IsTrainable))
            {
                writer.Line($"private const int {PassWriter.TensorName(layer.Name, tensor)} = {plan.OffsetOf(tensor)}; // {Literal.Words(tensor.Shape)}");
            }
        }

        writer.Line();
        writer.Line("// Workspace: where the rows of a slot start, in floats per row.");
        foreach (Slot slot in plan.Slots)
        {
            writer.Line($"private const int {slot.Name} = {plan.OffsetOf(slot)}; // [rows x {slot.Width}]");
        }

        foreach (Slot slot in plan.Slots.Where(static slot => slot.GradientOffset >= 0).GroupBy(static slot => slot.GradientName).Select(static slots => slots.First()))
        {
            string place = slot.Fused == "Linear" ? "" : $", in front of {slot.Fused}";
            writer.Line($"private const int {slot.GradientName} = {plan.GradientOffsetOf(slot)}; // [rows x {slot.Width}]{place}");
        }

        foreach (BatchNormalizationOperation operation in plan.Operations.OfType<BatchNormalizationOperation>())
        {
            writer.Line($"private const int {PassWriter.StatisticsName(operation)} = {plan.Transposed + operation.Statistics}; // mean and 1 / deviation, fixed floats");
        }

        writer.Line();
    }

    private static void Forward(CodeWriter writer, ModelPlan plan)
    {
        PassWriter pass = new(writer, plan, isTraining: false);
        writer.Line("/// <summary>Inference.</summary>");
        writer.Line(Optimized);
        using (writer.Open($"public static void Forward({Parameters(plan, pass)}ReadOnlySpan<float> inputs, int rows, Workspace workspace)"))
        {
            writer.Line("workspace.ActivityPenalty = 0;");
            foreach (Operation operation in plan.Operations.Where(static operation => operation is not DropoutOperation))
            {
                OperationEmitter.Forward(pass, operation);
            }
        }

        writer.Line();
    }

    private static void ForwardTraining(CodeWriter writer, ModelPlan plan)
    {
        PassWriter pass = new(writer, plan, isTraining: true);
        writer.Line("/// <summary>The forward pass of training.</summary>");
        writer.Line(Optimized);
        using (writer.Open($"public static void ForwardTraining({Parameters(plan, pass)}ReadOnlySpan<float> inputs, int rows, Workspace workspace, in DropoutRandom random, bool toLogits)"))
        {
            writer.Line("workspace.ActivityPenalty = 0;");
            foreach (Operation operation in plan.Operations.Where(operation => !plan.IsBehindLogits(operation)))
            {
                OperationEmitter.ForwardTraining(pass, operation);
            }

            List<Operation> behindLogits = [.. plan.Operations.Where(plan.IsBehindLogits)];
            if (behindLogits.Count > 0)
            {
                writer.Line();
                writer.Line("// A loss that reads logits needs nothing of what stands behind them.");
                using (writer.Open("if (!toLogits)"))
                {
                    foreach (Operation operation in behindLogits)
                    {
                        OperationEmitter.ForwardTraining(pass, operation);
                    }
                }
            }
        }

        writer.Line();
    }

    private static void Backward(CodeWriter writer, ModelPlan plan)
    {
        PassWriter pass = new(writer, plan, isTraining: true);
        writer.Line("/// <summary>The backward pass: the forward pass mirrored. d... holds the gradient of what is named behind it.</summary>");
        writer.Line(Optimized);
        using (writer.Open($"public static void Backward({Parameters(plan, pass)}ReadOnlySpan<float> inputs, int rows, Workspace workspace, Span<float> gradients, bool fromLogits)"))
        {
            if (plan.Transposed > 0)
            {
                writer.Line($"Span<float> transposed = workspace.Fixed(0, {plan.Transposed});");
            }

            ActivationEmitter.FusedDerivative(pass, plan.Last.Output, pass.Gradient(plan.Last.Output));
            List<Operation> behindLogits = [.. plan.Operations.Where(plan.IsBehindLogits).Reverse()];
            if (behindLogits.Count > 0)
            {
                // What is used in the block and behind it is declared in front of it.
                pass.Output(plan.Logits);
                pass.Output(plan.Last.Output);
                writer.Line("// A loss that reads logits hands over their gradient: what stands behind them is done.");
                using (writer.Open("if (!fromLogits)"))
                {
                    foreach (Operation operation in behindLogits)
                    {
                        OperationEmitter.Backward(pass, operation);
                    }
                }
            }

            foreach (Operation operation in plan.Operations.Where(operation => !plan.IsBehindLogits(operation)).Reverse())
            {
                OperationEmitter.Backward(pass, operation);
            }
        }

        writer.Line();
    }

    private static string Parameters(ModelPlan plan, PassWriter pass) =>
        Layers(plan, layer => $"{layer.Spec.Kind}Layer {pass.Layer(layer.Name)}");
}
