using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>Batch normalization forward, with moving or with the batch's statistics, and backward.</summary>
internal static class BatchNormalizationEmitter
{
    public static void Forward(PassWriter pass, BatchNormalizationOperation operation)
    {
        pass.Step($"{operation.Layer}: normalized by the moving statistics{Activation(operation)}");
        string input = pass.Input(operation), output = pass.Output(operation.Output), layer = pass.Layer(operation.Layer);
        pass.Line($"BatchNormalizationKernel.Forward<{operation.Output.Fused}>(rows, {operation.InputWidth}, {input}, {layer}.Gamma, {layer}.Beta, {layer}.MovingMean, {layer}.MovingVariance, {layer}.Epsilon, {output});");
    }

    public static void ForwardTraining(PassWriter pass, BatchNormalizationOperation operation)
    {
        pass.Step($"{operation.Layer}: normalized by the batch's statistics, which move the moving ones{Activation(operation)}");
        string input = pass.Input(operation), output = pass.Output(operation.Output), layer = pass.Layer(operation.Layer);
        pass.Line($"BatchNormalizationKernel.ForwardTraining<{operation.Output.Fused}>(rows, {operation.InputWidth}, {input}, {layer}.Gamma, {layer}.Beta, {layer}.MovingMean, {layer}.MovingVariance, {layer}.Momentum, {layer}.Epsilon, {Statistics(operation)}, {output});");
    }

    public static void Backward(PassWriter pass, BatchNormalizationOperation operation)
    {
        pass.Step($"{operation.Layer}: gamma, beta and the inputs; the batch's statistics depend on the inputs, too");
        string input = pass.Input(operation), dOutput = pass.Gradient(operation.Output), layer = pass.Layer(operation.Layer);
        string dInput = operation.NeedsInputGradient ? pass.Gradient(operation.Input!) : "[]";
        pass.Line($"BatchNormalizationKernel.Backward(rows, {operation.InputWidth}, {input}, {layer}.Gamma, {Statistics(operation)}, {dOutput}, {PassWriter.Gradient(operation.Layer, operation.Gamma)}, {PassWriter.Gradient(operation.Layer, operation.Beta)}, {dInput});");
        if (operation.NeedsInputGradient)
        {
            ActivationEmitter.FusedDerivative(pass, operation.Input, dInput);
        }
    }

    private static string Statistics(BatchNormalizationOperation operation) =>
        $"workspace.Fixed({PassWriter.StatisticsName(operation)}, 2 * {operation.InputWidth})";

    private static string Activation(BatchNormalizationOperation operation) =>
        operation.Output.Fused == "Linear" ? "" : $", {operation.Output.Fused} in the same pass";
}
