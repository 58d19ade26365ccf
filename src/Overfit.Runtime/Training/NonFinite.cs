using System.Numerics.Tensors;

namespace Overfit;

/// <summary>Says where values first left the finite numbers, what put them there, and what helps.</summary>
internal static class NonFinite
{
    private const string Remedy = "Lower the learning rate, or standardize features and targets.";

    /// <summary>What to say where no layer is to blame.</summary>
    public const string Loss = $"all layers' outputs are finite, but their loss or penalty is not. {Remedy}";

    /// <summary>Walks the layers in the order of a forward pass; null where all is finite.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="gradients">The gradients of the latest step that was taken.</param>
    /// <param name="steps">Steps taken.</param>
    /// <param name="workspace">What the forward pass left.</param>
    /// <param name="rows">Rows of the forward pass.</param>
    public static string? Find(
        ModelDescription model, Block parameters, Block gradients, long steps, Workspace workspace, int rows)
    {
        for (int i = 0; i < model.Layers.Length; i++)
        {
            LayerDescription layer = model.Layers[i];
            foreach (TensorDescription tensor in layer.Tensors)
            {
                if (!IsFinite(parameters.Slice(tensor.Offset, tensor.Length)))
                {
                    string cause = steps == 0 ? "they were there before the first step. Start from finite parameters."
                        : tensor.IsTrainable ? $"{CauseOf(model, gradients)} {Remedy}"
                        : $"the statistics of a batch overflowed. {Remedy}";
                    return $"the first values that are not finite are in {Words(model, i, tensor)}; {cause}";
                }
            }

            if (layer.OutputSlot >= 0 && !IsFinite(workspace.Slot(layer.OutputSlot, rows, layer.OutputShape.Length)))
            {
                return $"the first values that are not finite are the outputs of layer {i + 1} '{layer.Name}'. {Remedy}";
            }
        }

        return null;
    }

    /// <summary>What a step whose loss was finite did to the parameters. A backward pass meets the last layer first.</summary>
    private static string CauseOf(ModelDescription model, Block gradients)
    {
        for (int i = model.Layers.Length - 1; i >= 0; i--)
        {
            foreach (TensorDescription tensor in model.Layers[i].Tensors)
            {
                if (tensor.IsTrainable && !IsFinite(gradients.Slice(tensor.Offset, tensor.Length)))
                {
                    return $"the gradient of the step before, whose loss was finite, overflowed in {Words(model, i, tensor)}.";
                }
            }
        }

        return "the step before, whose gradient was finite, was too large.";
    }

    private static string Words(ModelDescription model, int layer, TensorDescription tensor) =>
        $"'{tensor.Name}' of layer {layer + 1} '{model.Layers[layer].Name}'";

    private static bool IsFinite(ReadOnlySpan<float> values) => TensorPrimitives.IsFiniteAll(values);
}
