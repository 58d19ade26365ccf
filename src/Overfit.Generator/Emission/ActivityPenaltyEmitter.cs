using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>The penalty on a layer's outputs, forward and backward.</summary>
internal static class ActivityPenaltyEmitter
{
    public static void Forward(PassWriter pass, ActivityPenaltyOperation operation)
    {
        string layer = pass.Layer(operation.Layer);
        pass.Line($"workspace.ActivityPenalty += ActivityPenaltyKernel.Value({pass.Input(operation)}, rows, {layer}.ActivityL1, {layer}.ActivityL2);");
    }

    public static void Backward(PassWriter pass, ActivityPenaltyOperation operation)
    {
        pass.Step($"{operation.Layer}: the penalty on its outputs");
        string output = pass.Output(operation.Output), gradient = pass.Gradient(operation.Output), layer = pass.Layer(operation.Layer);
        pass.Line($"ActivityPenaltyKernel.AddGradient<{operation.Output.Fused}>({output}, rows, {layer}.ActivityL1, {layer}.ActivityL2, {gradient});");
    }
}
