using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>
/// What one walk over the layers threads through: the shape that arrives, the slot that holds it, and how much of the
/// parameter block and of the workspace is taken.
/// </summary>
internal sealed class LoweringWalk(EquatableArray<int> inputShape, int layerCount)
{
    private readonly List<Tensor> _tensors = [];
    private long _trainable;
    private long _statistics;
    private long _inferencePerRow;
    private long _trainingOnlyPerRow;
    private long _fixed;

    /// <summary>Shape of the rows that arrive.</summary>
    public EquatableArray<int> Shape { get; set; } = inputShape;

    /// <summary>What holds the rows that arrive; null for the model's input.</summary>
    public Slot? Current { get; private set; }

    /// <summary>Whether anything up to here is trained.</summary>
    public bool IsTrained { get; private set; }

    /// <summary>Index of the layer that is lowered.</summary>
    public int Layer { get; private set; }

    /// <summary>Name of the layer that is lowered.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the layer that is lowered is the last one.</summary>
    public bool IsLast => Layer == layerCount - 1;

    public List<Operation> Operations { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>Longest kernel that is transposed in the backward pass.</summary>
    public long Transposed { get; private set; }

    public int InferencePerRow => (int)_inferencePerRow;

    public int TrainingOnlyPerRow => (int)_trainingOnlyPerRow;

    public int Fixed => (int)(Transposed + _fixed);

    /// <summary>The largest of the sizes that must fit a block.</summary>
    public long Largest => new[] { _trainable + _statistics, Transposed + _fixed, _inferencePerRow + _trainingOnlyPerRow }.Max();

    public void Enter(int layer, string name)
    {
        Layer = layer;
        Name = name;
        _tensors.Clear();
    }

    /// <summary>The tensors of the layer that is lowered.</summary>
    public EquatableArray<Tensor> Leave() => [.. _tensors];

    public void Report(string id, string? argument, params string[] messageArguments) =>
        Problems.Add(new(id, Layer, argument, [.. messageArguments]));

    /// <summary>Takes room for a trainable parameter.</summary>
    public Tensor Parameter(string name, EquatableArray<int> shape, string initializer)
    {
        IsTrained = true;
        return Take(ref _trainable, name, shape, isTrainable: true, initializer);
    }

    /// <summary>Takes room for a moving statistic.</summary>
    public Tensor Statistic(string name, EquatableArray<int> shape, string initializer) =>
        Take(ref _statistics, name, shape, isTrainable: false, initializer);

    /// <summary>Takes a slot for rows of so many floats and one for their gradient.</summary>
    public Slot Slot(int width, string suffix) => WithGradient(new(
        Name + suffix, width, Take(ref _inferencePerRow, width), IsTrainingOnly: false, GradientOffset: -1, GradientName: "", "Linear"));

    /// <summary>Takes a slot, and has it share the gradient's place with another: the gradient is changed in place.</summary>
    public Slot SlotSharingGradient(Slot other) => other with
    {
        Name = $"{Name}Output",
        Offset = Take(ref _inferencePerRow, other.Width),
        IsTrainingOnly = false,
        Fused = "Linear",
    };

    /// <summary>Takes a slot that only training needs, with a gradient.</summary>
    public Slot TrainingSlot(int width) => WithGradient(new(
        $"{Name}Output", width, Take(ref _trainingOnlyPerRow, width), IsTrainingOnly: true, GradientOffset: -1, GradientName: "", "Linear"));

    /// <summary>Takes a slot that only training needs and that has no gradient.</summary>
    public Slot Mask(int width) => new(
        $"{Name}Mask", width, Take(ref _trainingOnlyPerRow, width), IsTrainingOnly: true, GradientOffset: -1, GradientName: "", "Linear");

    /// <summary>Takes fixed floats; counted from behind the transposed kernel.</summary>
    public int FixedFloats(int length) => Take(ref _fixed, length);

    /// <summary>Has room for a transposed kernel of so many floats.</summary>
    public void Transpose(long length) => Transposed = Math.Max(Transposed, length);

    /// <summary>Appends an operation; the next one reads what it writes.</summary>
    public void Append(Operation operation)
    {
        Operations.Add(operation);
        Current = operation.Output;
    }

    /// <summary>Has the last operation apply an activation while it writes.</summary>
    public void Fuse(ActivationFunction function)
    {
        Current = Current! with { Fused = function.Name };
        Operations[Operations.Count - 1] = Operations[Operations.Count - 1] with { Output = Current };
    }

    private Slot WithGradient(Slot slot) =>
        slot with { GradientOffset = Take(ref _trainingOnlyPerRow, slot.Width), GradientName = $"{slot.Name}Gradient" };

    private Tensor Take(ref long region, string name, EquatableArray<int> shape, bool isTrainable, string initializer)
    {
        Tensor tensor = new(name, shape, (int)region, isTrainable, initializer);
        region += shape.Aggregate(1L, static (product, dimension) => product * dimension);
        _tensors.Add(tensor);
        return tensor;
    }

    private static int Take(ref long region, long length)
    {
        int offset = (int)region;
        region += length;
        return offset;
    }
}
