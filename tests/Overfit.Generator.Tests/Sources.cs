namespace Overfit.Generator.Tests;

/// <summary>Sources that several tests share.</summary>
internal static class Sources
{
    public const string Plain = """
        /// <summary>A regressor.</summary>
        [Model(1)]
        [Dense(64, Activation.ReLU)]
        [Dense(64, Activation.ReLU)]
        [Dense(1)]
        public partial class PlainRegressor;
        """;

    public const string Regularized = """
        namespace Article;

        /// <summary>A regressor.</summary>
        [Model(1)]
        [Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
        [Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
        [Dense(1)]
        public partial class RegularizedRegressor;
        """;

    public const string Normalized = """
        namespace Article;

        /// <summary>A regressor.</summary>
        [Model(1)]
        [Dense(64)] [BatchNormalization] [Activate(Activation.ReLU)]
        [Dense(64)] [BatchNormalization] [Activate(Activation.ReLU)]
        [Dense(1)]
        public partial class NormalizedRegressor;
        """;

    /// <summary>Every layer, activation, initializer and setting.</summary>
    public const string Everything = """
        namespace Deep.@namespace;

        /// <summary>Around.</summary>
        public partial class Outer
        {
            /// <summary>Around, too.</summary>
            public partial struct Inner
            {
                [Model(5)]
                [Dropout(0.1f, Name = "Noise")]
                [Dense(16, Activation.GELU, KernelInitializer = Initializer.HeNormal, BiasInitializer = Initializer.Ones, ActivityL1 = 0.001f, ActivityL2 = 0.002f)]
                [Dense(15, Activation.Tanh, KernelInitializer = Initializer.Orthogonal, KernelL1 = 0.001f, KernelL2 = 0.002f, BiasL1 = 0.003f, BiasL2 = 0.004f)]
                [Dropout(0.3f)]
                [Activate(Activation.Softplus)]
                [Dense(14, Activation.SiLU, UseBias = false, KernelInitializer = Initializer.LeCunUniform)]
                [BatchNormalization(Scale = false, Momentum = 0.9f)]
                [Activate(Activation.LeakyReLU)]
                [Dense(13, Activation.ELU, KernelInitializer = Initializer.RandomNormal)]
                [BatchNormalization(Center = false, Epsilon = 0.01f)]
                [Dense(12, Activation.Sigmoid, Name = "Rows", KernelInitializer = Initializer.RandomUniform)]
                [Dense(11, Activation.ReLU, Name = "Class")]
                [Activate(Activation.Linear)]
                [Dense(3, Activation.Softmax, KernelInitializer = Initializer.GlorotNormal)]
                private sealed partial class @everything;

                /// <summary>Trains it.</summary>
                public static double Train() => new Trainer(new SparseCategoricalCrossEntropy(), new Adam { LearningRate = 0.01 })
                    .Fit(
                        new @everything(seed: 3),
                        new Dataset([1, 2, 3, 4, 5, -5, -4, -3, -2, -1, 0, 1, 0, -1, 0], 5, [0, 1, 2], 1),
                        new TrainingOptions { Epochs = 60, BatchSize = 3 })
                    .History[^1].Training!.DataLoss;
            }
        }
        """;
}
