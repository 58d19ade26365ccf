namespace Overfit;

/// <summary>One named parameter tensor of a layer and where it stands in the model's parameter block.</summary>
/// <param name="Name">Keras's name: <c>kernel</c>, <c>bias</c>, <c>gamma</c>, <c>beta</c>, <c>moving_mean</c>, <c>moving_variance</c>.</param>
/// <param name="Shape">Dimensions, in Keras's layout: a kernel is [inputs x units].</param>
/// <param name="Offset">First float in the parameter block.</param>
/// <param name="IsTrainable">Whether the optimizer changes it; moving statistics are not trainable.</param>
/// <param name="Initializer">How it starts.</param>
public sealed record TensorDescription(string Name, Shape Shape, int Offset, bool IsTrainable, Initializer Initializer)
{
    /// <summary>Number of floats.</summary>
    public int Length => Shape.Length;
}
