using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace Overfit;

/// <summary>A <see cref="DenseAttribute"/> layer of one model instance.</summary>
public sealed class DenseLayer : Layer
{
    private readonly Block _parameters;
    private readonly int _kernelOffset;
    private readonly int _biasOffset;

    /// <summary>A view of the kernel and the bias in the model's parameters.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="inputs">Width of a row that enters.</param>
    /// <param name="units">Width of a row that leaves.</param>
    /// <param name="kernelOffset">First float of the kernel.</param>
    /// <param name="biasOffset">First float of the bias; -1 where there is none.</param>
    public DenseLayer(string name, Block parameters, int inputs, int units, int kernelOffset, int biasOffset)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        Inputs = inputs;
        Units = units;
        _kernelOffset = kernelOffset;
        _biasOffset = biasOffset;
    }

    /// <summary>Width of a row that enters.</summary>
    public int Inputs { get; }

    /// <summary>Width of a row that leaves.</summary>
    public int Units { get; }

    /// <summary>The kernel, [inputs x units], row after row.</summary>
    public Span<float> Kernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _parameters.Slice(_kernelOffset, Inputs * Units);
    }

    /// <summary>The bias, [units]; empty where the layer has none.</summary>
    public Span<float> Bias
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _biasOffset < 0 ? [] : _parameters.Slice(_biasOffset, Units);
    }

    /// <summary>Strength of KernelL1 * sum|w|; finite, at least 0.</summary>
    public float KernelL1 { get; set => field = NonNegative(value, nameof(KernelL1)); }

    /// <summary>Strength of KernelL2 * sum w^2; finite, at least 0.</summary>
    public float KernelL2 { get; set => field = NonNegative(value, nameof(KernelL2)); }

    /// <summary>Strength of BiasL1 * sum|b|; finite, at least 0.</summary>
    public float BiasL1 { get; set => field = NonNegative(value, nameof(BiasL1)); }

    /// <summary>Strength of BiasL2 * sum b^2; finite, at least 0.</summary>
    public float BiasL2 { get; set => field = NonNegative(value, nameof(BiasL2)); }

    /// <summary>Strength of ActivityL1 * sum|y| / rows; finite, at least 0.</summary>
    public float ActivityL1 { get; set => field = NonNegative(value, nameof(ActivityL1)); }

    /// <summary>Strength of ActivityL2 * sum y^2 / rows; finite, at least 0.</summary>
    public float ActivityL2 { get; set => field = NonNegative(value, nameof(ActivityL2)); }

    /// <inheritdoc/>
    public override string ToString() =>
        Invariant($"{Name} {{ KernelL1 = {KernelL1}, KernelL2 = {KernelL2}, BiasL1 = {BiasL1}, BiasL2 = {BiasL2}, ") +
        Invariant($"ActivityL1 = {ActivityL1}, ActivityL2 = {ActivityL2} }}");
}
