using Overfit;

namespace Consumer.Nested;

/// <summary>A type around a model.</summary>
public static partial class Outer
{
    /// <summary>Another.</summary>
    internal partial record struct Middle
    {
        /// <summary>Makes one.</summary>
        internal static object Create() => new EverythingClassifier();

        /// <summary>Every layer, activation, initializer, strength and setting.</summary>
        [Model(5)]
        [Dropout(0.1f, Name = "InputDropout")]
        [Activate(Activation.Tanh)]
        [Dense(
            12,
            Activation.LeakyReLU,
            Name = "hidden",
            KernelInitializer = Initializer.HeNormal,
            BiasInitializer = Initializer.RandomNormal,
            KernelL1 = 1e-5f,
            KernelL2 = 2e-5f,
            BiasL1 = 3e-5f,
            BiasL2 = 4e-5f,
            ActivityL1 = 5e-5f,
            ActivityL2 = 6e-5f)]
        [Dense(11, Activation.ELU, UseBias = false, KernelInitializer = Initializer.HeUniform, ActivityL2 = 1e-5f)]
        [BatchNormalization(Momentum = 0.9f, Epsilon = 0.01f)]
        [Activate(Activation.GELU)]
        [Dense(10, Activation.SiLU, KernelInitializer = Initializer.LeCunNormal, BiasInitializer = Initializer.Ones)]
        [BatchNormalization(Center = false, Scale = false, Name = "Whitened")]
        [Activate(Activation.ReLU)]
        [Dropout(0.25f)]
        [Dense(9, Activation.Sigmoid, KernelInitializer = Initializer.LeCunUniform, BiasInitializer = Initializer.RandomUniform)]
        [Dense(8, Activation.Softplus, KernelInitializer = Initializer.Orthogonal)]
        [Dense(7, KernelInitializer = Initializer.GlorotNormal)]
        [Dropout(0)]
        [Dense(3, Activation.Softmax, Name = "Classes")]
        internal sealed partial class EverythingClassifier;
    }
}
