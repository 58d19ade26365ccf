using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>A layer with its name, its shapes and its place in the parameter block.</summary>
/// <param name="Spec">The layer as written.</param>
/// <param name="Name">Unique in the model; the member that gives access to it.</param>
/// <param name="InputShape">Shape of a row that enters.</param>
/// <param name="OutputShape">Shape of a row that leaves.</param>
/// <param name="OutputSlot">Where inference leaves its output; null where it changes nothing in inference.</param>
/// <param name="Tensors">Its parameters.</param>
internal sealed record LayerPlan(
    LayerSpec Spec,
    string Name,
    EquatableArray<int> InputShape,
    EquatableArray<int> OutputShape,
    Slot? OutputSlot,
    EquatableArray<Tensor> Tensors)
{
    public int ParameterCount => Tensors.Sum(static tensor => tensor.Length);
}
