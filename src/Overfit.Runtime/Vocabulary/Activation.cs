namespace Overfit;

/// <summary>An activation function, with the parameters of Keras's functions of the same name.</summary>
public enum Activation
{
    /// <summary>f(x) = x.</summary>
    Linear,

    /// <summary>f(x) = max(x, 0).</summary>
    ReLU,

    /// <summary>f(x) = x for x &gt; 0, else 0.2 x (the slope of Keras's <c>leaky_relu</c> function; its layer has 0.3).</summary>
    LeakyReLU,

    /// <summary>f(x) = x for x &gt; 0, else exp(x) - 1.</summary>
    ELU,

    /// <summary>f(x) = x (1 + erf(x / sqrt 2)) / 2, the exact form.</summary>
    GELU,

    /// <summary>f(x) = x / (1 + exp(-x)), also called swish.</summary>
    SiLU,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>f(x) = 1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>f(x) = log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>f(x)_i = exp(x_i) / sum_j exp(x_j), over the units of a row.</summary>
    Softmax,
}
