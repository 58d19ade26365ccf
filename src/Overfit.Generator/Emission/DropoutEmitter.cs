using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>Dropout forward and backward; inference has none.</summary>
internal static class DropoutEmitter
{
    public static void ForwardTraining(PassWriter pass, DropoutOperation operation)
    {
        pass.Step($"{operation.Layer}: drops values at random, scales the others up");
        string input = pass.Input(operation), mask = pass.Output(operation.Mask), output = pass.Output(operation.Output);
        pass.Line($"DropoutKernel.Forward(random, {operation.Number}, {pass.Layer(operation.Layer)}.Rate, {input}, {mask}, {output});");
    }

    public static void Backward(PassWriter pass, DropoutOperation operation)
    {
        if (!operation.NeedsInputGradient)
        {
            return;
        }

        pass.Step($"{operation.Layer}: the same values are dropped");
        string mask = pass.Output(operation.Mask), dOutput = pass.Gradient(operation.Output), dInput = pass.Gradient(operation.Input!);
        pass.Line($"DropoutKernel.Backward({mask}, {dOutput}, {dInput});");
        ActivationEmitter.FusedDerivative(pass, operation.Input, dInput);
    }
}
