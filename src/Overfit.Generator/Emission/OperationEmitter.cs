using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>Which emitter writes which operation. A new operation adds a line to each pass.</summary>
internal static class OperationEmitter
{
    public static void Forward(PassWriter pass, Operation operation)
    {
        switch (operation)
        {
            case DenseOperation dense:
                DenseEmitter.Forward(pass, dense);
                break;
            case ActivityPenaltyOperation penalty:
                ActivityPenaltyEmitter.Forward(pass, penalty);
                break;
            case ActivationOperation activation:
                ActivationEmitter.Forward(pass, activation);
                break;
            case BatchNormalizationOperation normalization:
                BatchNormalizationEmitter.Forward(pass, normalization);
                break;
        }
    }

    public static void ForwardTraining(PassWriter pass, Operation operation)
    {
        switch (operation)
        {
            case BatchNormalizationOperation normalization:
                BatchNormalizationEmitter.ForwardTraining(pass, normalization);
                break;
            case DropoutOperation dropout:
                DropoutEmitter.ForwardTraining(pass, dropout);
                break;
            default:
                Forward(pass, operation);
                break;
        }
    }

    public static void Backward(PassWriter pass, Operation operation)
    {
        switch (operation)
        {
            case DenseOperation dense:
                DenseEmitter.Backward(pass, dense);
                break;
            case ActivityPenaltyOperation penalty:
                ActivityPenaltyEmitter.Backward(pass, penalty);
                break;
            case ActivationOperation activation:
                ActivationEmitter.Backward(pass, activation);
                break;
            case BatchNormalizationOperation normalization:
                BatchNormalizationEmitter.Backward(pass, normalization);
                break;
            case DropoutOperation dropout:
                DropoutEmitter.Backward(pass, dropout);
                break;
        }
    }
}
