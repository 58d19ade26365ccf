using Overfit.Kernels;

namespace Overfit.Keras.Layers;

/// <summary>The kernels of activations as delegates; those of rows take the row's width.</summary>
internal sealed record ActivationKernel(ActivationKernel.Forwards Forward, ActivationKernel.Backwards Backward)
{
    public delegate void Forwards(int width, ReadOnlySpan<float> x, Span<float> y);

    public delegate void Backwards(
        int width, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx);

    /// <summary>By Keras's name.</summary>
    public static IReadOnlyDictionary<string, ActivationKernel> All { get; } = new Dictionary<string, ActivationKernel>
    {
        ["linear"] = Of<Linear>(),
        ["relu"] = Of<ReLU>(),
        ["leaky_relu"] = Of<LeakyReLU>(),
        ["elu"] = Of<ELU>(),
        ["gelu"] = Of<GELU>(),
        ["silu"] = Of<SiLU>(),
        ["tanh"] = Of<Tanh>(),
        ["sigmoid"] = Of<Sigmoid>(),
        ["softplus"] = Of<Softplus>(),
        ["softmax"] = new(
            static (width, x, y) => Softmax.Forward(x.Length / width, width, x, y),
            static (width, _, y, dy, dx) => Softmax.Backward(y.Length / width, width, y, dy, dx)),
    };

    private static ActivationKernel Of<TActivation>()
        where TActivation : struct, IActivation => new(
            static (_, x, y) => TActivation.Forward(x, y),
            static (_, x, y, dy, dx) => TActivation.Backward(x, y, dy, dx));
}
