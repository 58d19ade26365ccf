namespace Overfit;

/// <summary>A fully connected layer: y = activation(x . kernel + bias); kernel [inputs x units], bias [units].</summary>
/// <param name="units">Width of the output, at least 1.</param>
/// <param name="activation">Applied to each output. Default: none.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units, Activation activation = Activation.Linear) : LayerAttribute
{
    /// <summary>Width of the output.</summary>
    public int Units { get; } = units;

    /// <summary>Applied to each output.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Whether a bias is added. Default: true.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>How the kernel starts. Default: Glorot uniform.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>How the bias starts. Default: zeros.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>Default strength of the penalty KernelL1 * sum|w|. Default: 0.</summary>
    public float KernelL1 { get; set; }

    /// <summary>Default strength of the penalty KernelL2 * sum w^2 (no half, as in Keras). Default: 0.</summary>
    public float KernelL2 { get; set; }

    /// <summary>Default strength of the penalty BiasL1 * sum|b|. Default: 0.</summary>
    public float BiasL1 { get; set; }

    /// <summary>Default strength of the penalty BiasL2 * sum b^2. Default: 0.</summary>
    public float BiasL2 { get; set; }

    /// <summary>Default strength of the penalty ActivityL1 * sum|y|, divided by the rows of the batch. Default: 0.</summary>
    public float ActivityL1 { get; set; }

    /// <summary>Default strength of the penalty ActivityL2 * sum y^2, divided by the rows of the batch. Default: 0.</summary>
    public float ActivityL2 { get; set; }
}
