using Overfit.Kernels;

namespace Overfit.Tests.Kernels;

/// <summary>The kernels of activations of single values, as delegates.</summary>
internal sealed record ActivationKernel(ActivationKernel.Forwards Forward, ActivationKernel.Backwards Backward)
{
    public delegate void Forwards(ReadOnlySpan<float> x, Span<float> y);

    public delegate void Backwards(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx);

    public static IReadOnlyDictionary<Activation, ActivationKernel> All { get; } = new Dictionary<Activation, ActivationKernel>
    {
        [Activation.Linear] = Of<Linear>(),
        [Activation.ReLU] = Of<ReLU>(),
        [Activation.LeakyReLU] = Of<LeakyReLU>(),
        [Activation.ELU] = Of<ELU>(),
        [Activation.GELU] = Of<GELU>(),
        [Activation.SiLU] = Of<SiLU>(),
        [Activation.Tanh] = Of<Tanh>(),
        [Activation.Sigmoid] = Of<Sigmoid>(),
        [Activation.Softplus] = Of<Softplus>(),
    };

    public static TheoryData<Activation> Names => [.. All.Keys];

    /// <summary>f of each value.</summary>
    public float[] Values(ReadOnlySpan<float> x)
    {
        float[] y = new float[x.Length];
        Forward(x, y);
        return y;
    }

    /// <summary>f' of each value, times <paramref name="dy"/>.</summary>
    public float[] Slopes(ReadOnlySpan<float> x, ReadOnlySpan<float> dy)
    {
        float[] dx = new float[x.Length];
        Backward(x, Values(x), dy, dx);
        return dx;
    }

    private static ActivationKernel Of<TActivation>()
        where TActivation : struct, IActivation => new(TActivation.Forward, TActivation.Backward);
}
