using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>A model whose shapes agree, with every place decided: what emission writes down.</summary>
/// <param name="Spec">The model as written.</param>
/// <param name="Layers">Its layers.</param>
/// <param name="Operations">The steps of a forward pass; the backward pass is the same list mirrored.</param>
/// <param name="Transposed">Fixed floats for a transposed kernel, from 0 on.</param>
/// <param name="Fixed">All fixed floats.</param>
/// <param name="InferencePerRow">Floats per row that inference needs.</param>
/// <param name="TrainingOnlyPerRow">Floats per row that only training needs.</param>
internal sealed record ModelPlan(
    ModelSpec Spec,
    EquatableArray<LayerPlan> Layers,
    EquatableArray<Operation> Operations,
    int Transposed,
    int Fixed,
    int InferencePerRow,
    int TrainingOnlyPerRow)
{
    /// <summary>The operation that yields the outputs.</summary>
    public Operation Last => Operations.Last(static operation => operation is not ActivityPenaltyOperation);

    /// <summary>The activation that yields the outputs.</summary>
    public string OutputActivation => Last is ActivationOperation activation ? activation.Function.Name : Last.Output.Fused;

    /// <summary>What enters the activation that yields the outputs; the outputs where that is fused.</summary>
    public Slot Logits => Last is ActivationOperation ? Last.Input! : Last.Output;

    /// <summary>Whether an operation belongs to the activation that yields the outputs, or to the penalty on them.</summary>
    public bool IsBehindLogits(Operation operation) => Last is ActivationOperation && operation.Output == Last.Output;

    /// <summary>The places in the workspace, each once.</summary>
    public IEnumerable<Slot> Slots => Operations
        .SelectMany(static operation => operation is DropoutOperation dropout ? new[] { dropout.Output, dropout.Mask } : [operation.Output])
        .GroupBy(static slot => slot.Name)
        .Select(static slots => slots.First());

    public int TrainableCount => Count(static tensor => tensor.IsTrainable);

    public int ParameterCount => Count(static _ => true);

    /// <summary>Where a slot starts, in floats per row.</summary>
    public int OffsetOf(Slot slot) => slot.IsTrainingOnly ? InferencePerRow + slot.Offset : slot.Offset;

    /// <summary>Where a slot's gradient starts, in floats per row.</summary>
    public int GradientOffsetOf(Slot slot) => InferencePerRow + slot.GradientOffset;

    /// <summary>Where a tensor starts in the parameter block.</summary>
    public int OffsetOf(Tensor tensor) => tensor.IsTrainable ? tensor.Offset : TrainableCount + tensor.Offset;

    private int Count(Func<Tensor, bool> isCounted) =>
        Layers.Sum(layer => layer.Tensors.Where(isCounted).Sum(static tensor => tensor.Length));
}
