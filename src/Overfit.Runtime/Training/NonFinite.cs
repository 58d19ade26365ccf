namespace Overfit;

/// <summary>Finds where a forward pass first left the finite numbers.</summary>
internal static class NonFinite
{
    public static string Find(ModelDescription model, Block parameters, Workspace workspace, int rows)
    {
        for (int i = 0; i < model.Layers.Length; i++)
        {
            LayerDescription layer = model.Layers[i];
            foreach (TensorDescription tensor in layer.Tensors)
            {
                if (!IsFinite(parameters.Slice(tensor.Offset, tensor.Length)))
                {
                    return $"the first values that are not finite are in '{tensor.Name}' of layer {i + 1} '{layer.Name}'";
                }
            }

            if (layer.OutputSlot >= 0 && !IsFinite(workspace.Slot(layer.OutputSlot, rows, layer.OutputShape.Length)))
            {
                return $"the first values that are not finite are the outputs of layer {i + 1} '{layer.Name}'";
            }
        }

        return "all layers' outputs are finite, but their loss or penalty is not";
    }

    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
