using Overfit.Generator.Model;

namespace Overfit.Generator.Lowering;

/// <summary>A parameter tensor.</summary>
/// <param name="Name">Keras's name, such as <c>kernel</c>.</param>
/// <param name="Shape">Dimensions, in Keras's layout.</param>
/// <param name="Offset">First float in its region of the block: trainable parameters come first, moving statistics behind.</param>
/// <param name="IsTrainable">Whether training changes it by its gradient.</param>
/// <param name="Initializer">How it starts.</param>
internal sealed record Tensor(string Name, EquatableArray<int> Shape, int Offset, bool IsTrainable, string Initializer)
{
    public int Length => Shape.Aggregate(1, static (product, dimension) => product * dimension);
}
