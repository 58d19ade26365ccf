using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>Dense forward and backward.</summary>
internal static class DenseEmitter
{
    public static void Forward(PassWriter pass, DenseOperation operation)
    {
        string bias = operation.Bias is null ? "" : $" + [{operation.Units}]";
        string activation = operation.Output.Fused == "Linear" ? "" : $", {operation.Output.Fused} in the same pass";
        pass.Step($"{operation.Layer}: [rows x {operation.InputWidth}] . [{operation.InputWidth} x {operation.Units}]{bias}{activation}");
        string input = pass.Input(operation), output = pass.Output(operation.Output), layer = pass.Layer(operation.Layer);
        pass.Line($"DenseKernel.Forward<{operation.Output.Fused}>(workspace.Team, rows, {operation.InputWidth}, {operation.Units}, {input}, {layer}.Kernel, {layer}.Bias, {output});");
    }

    public static void Backward(PassWriter pass, DenseOperation operation)
    {
        pass.Step($"{operation.Layer}: kernel and bias from the inputs, [{operation.InputWidth} x rows] . [rows x {operation.Units}]");
        string input = pass.Input(operation), dOutput = pass.Gradient(operation.Output), layer = pass.Layer(operation.Layer);
        string shape = $"rows, {operation.InputWidth}, {operation.Units}";
        pass.Line($"DenseKernel.BackwardParameters(workspace.Team, {shape}, {input}, {dOutput}, {PassWriter.Gradient(operation.Layer, operation.Kernel)}, {PassWriter.Gradient(operation.Layer, operation.Bias)});");
        if (operation.NeedsInputGradient)
        {
            string derivative = operation.InputActivation == "Linear" ? "" : $", times the derivative of {operation.InputActivation}";
            pass.Line($"// ... and its inputs, [rows x {operation.Units}] . [{operation.Units} x {operation.InputWidth}]{derivative}");
            string dInput = pass.Gradient(operation.Input!);
            string transposed = operation.Units == 1 ? "[]" : "transposed";
            pass.Line($"DenseKernel.BackwardInputs<{operation.InputActivation}>(workspace.Team, {shape}, {dOutput}, {layer}.Kernel, {transposed}, {input}, {dInput});");
        }
    }
}
