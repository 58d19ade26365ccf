using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>Activation forward and backward.</summary>
internal static class ActivationEmitter
{
    public static void Forward(PassWriter pass, ActivationOperation operation)
    {
        pass.Step($"{operation.Layer}: {operation.Function.Name}{(operation.Input == operation.Output ? ", in place" : "")}");
        string input = pass.Input(operation), output = pass.Output(operation.Output);
        pass.Line($"{operation.Function.Name}.Forward({Shape(operation)}{input}, {output});");
    }

    public static void Backward(PassWriter pass, ActivationOperation operation)
    {
        if (!operation.NeedsInputGradient)
        {
            return;
        }

        pass.Step($"{operation.Layer}: the gradient of {operation.Function.Name}'s output becomes that of its input, in place");
        string input = pass.Input(operation), output = pass.Output(operation.Output), gradient = pass.Gradient(operation.Output);
        string values = operation.Function.Name == "Softmax" ? output : $"{input}, {output}";
        pass.Line($"{operation.Function.Name}.Backward({Shape(operation)}{values}, {gradient}, {gradient});");
        FusedDerivative(pass, operation.Input, gradient);
    }

    /// <summary>Takes a gradient through the activation that was fused into the operation in front.</summary>
    public static void FusedDerivative(PassWriter pass, Slot? slot, string gradient)
    {
        if (slot is not null && slot.Fused != "Linear")
        {
            string output = pass.Output(slot);
            pass.Line($"{slot.Fused}.Backward({output}, {output}, {gradient}, {gradient});");
        }
    }

    private static string Shape(ActivationOperation operation) =>
        operation.Function.Name == "Softmax" ? $"rows, {operation.InputWidth}, " : "";
}
