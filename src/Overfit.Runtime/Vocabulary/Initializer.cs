namespace Overfit;

/// <summary>How a parameter starts, with Keras's defaults. Fans are the kernel's inputs and units.</summary>
public enum Initializer
{
    /// <summary>All 0.</summary>
    Zeros,

    /// <summary>All 1.</summary>
    Ones,

    /// <summary>Uniform in +-sqrt(6 / (fanIn + fanOut)). Glorot and Bengio, 2010.</summary>
    GlorotUniform,

    /// <summary>Normal of variance 2 / (fanIn + fanOut), truncated at two standard deviations.</summary>
    GlorotNormal,

    /// <summary>Uniform in +-sqrt(6 / fanIn). He et al., 2015.</summary>
    HeUniform,

    /// <summary>Normal of variance 2 / fanIn, truncated at two standard deviations.</summary>
    HeNormal,

    /// <summary>Uniform in +-sqrt(3 / fanIn). LeCun et al., 1998.</summary>
    LeCunUniform,

    /// <summary>Normal of variance 1 / fanIn, truncated at two standard deviations.</summary>
    LeCunNormal,

    /// <summary>Normal of mean 0 and standard deviation 0.05.</summary>
    RandomNormal,

    /// <summary>Uniform in +-0.05.</summary>
    RandomUniform,

    /// <summary>Orthonormal rows or columns: Q of the QR decomposition of a normal matrix. Saxe et al., 2014.</summary>
    Orthogonal,
}
