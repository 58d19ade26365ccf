namespace Overfit.Bits;

// Widths that fill no register (1, 3, 7, 13, 30, 100), and some that need many and a rest (130).

[Model(1)]
[Dense(1)]
internal sealed partial class Line;

[Model(1)]
[Dense(3, Activation.Tanh)]
[Dense(7, Activation.ReLU)]
[Dense(13, Activation.ELU)]
[Dense(30, Activation.GELU)]
[Dense(100, Activation.SiLU)]
[Dense(1)]
internal sealed partial class Growing;

[Model(100)]
[Dense(30, Activation.LeakyReLU)]
[Dense(13, Activation.Sigmoid)]
[Dense(7, Activation.Softplus)]
[Dense(3)]
internal sealed partial class Narrowing;

/// <summary>More inputs than a product walks at once.</summary>
[Model(260)]
[Dense(30, Activation.ReLU)]
[Dense(130, Activation.Tanh)]
[Dense(7, Activation.Sigmoid)]
internal sealed partial class Wide;

[Model(7)]
[Dense(13, Activation.ReLU, UseBias = false)]
[Dense(30, UseBias = false)]
[Activate(Activation.Tanh)]
[Dense(1, UseBias = false)]
internal sealed partial class Unbiased;

/// <summary>Each activation as a layer of its own: behind a product, behind another activation, in front of everything.</summary>
[Model(7)]
[Activate(Activation.Sigmoid)]
[Dense(13)]
[Activate(Activation.ReLU)]
[Activate(Activation.Tanh)]
[Dense(7)]
[Activate(Activation.LeakyReLU)]
[Activate(Activation.GELU)]
[Dense(30)]
[Activate(Activation.ELU)]
[Activate(Activation.SiLU)]
[Dense(3)]
[Activate(Activation.Softmax)]
[Dense(13)]
[Activate(Activation.Softplus)]
[Dense(3)]
[Activate(Activation.Linear)]
internal sealed partial class Activated;

[Model(13)]
[Dense(30, Activation.GELU)]
[Dense(7, Activation.Softmax)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class Questions;

[Model(13)]
[Dense(30, Activation.SiLU)]
[Dense(7, Activation.Softmax)]
internal sealed partial class Classes;

/// <summary>Rows of softmax with more classes than a register of doubles, of four or of eight floats holds, and a rest.</summary>
[Model(7)]
[Dense(30, Activation.Softmax)]
[Dense(23, Activation.Softmax)]
internal sealed partial class ManyClasses;

/// <summary>Two answers: rows too short for any register.</summary>
[Model(3)]
[Dense(7, Activation.ELU)]
[Dense(2)]
[Activate(Activation.Softmax)]
internal sealed partial class TwoClasses;

[Model(3)]
[BatchNormalization]
[Dense(13)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(100)]
[BatchNormalization(Center = false, Momentum = 0.9f)]
[Activate(Activation.LeakyReLU)]
[Dense(30, Activation.ReLU)]
[BatchNormalization(Scale = false)]
[Activate(Activation.GELU)]
[Dense(7, UseBias = false)]
[BatchNormalization(Center = false, Scale = false, Epsilon = 0.1f)]
[Dense(1)]
internal sealed partial class Normalized;

[Model(13)]
[Dropout(0.1f)]
[Dense(130, Activation.ReLU)]
[Dropout(0.5f)]
[Dense(7)]
[Dropout(0.25f)]
[Activate(Activation.Tanh)]
[Dropout(0)]
[Dense(3, Activation.Softmax)]
internal sealed partial class Dropped;

[Model(3)]
[Dense(30, Activation.ReLU, KernelL1 = 0.01f, KernelL2 = 0.02f, BiasL1 = 0.03f, BiasL2 = 0.04f, ActivityL1 = 0.05f, ActivityL2 = 0.06f)]
[Dense(13, Activation.Tanh, KernelL1 = 0.02f, BiasL2 = 0.05f, ActivityL1 = 0.03f, ActivityL2 = 0.02f)]
[Dense(7, ActivityL1 = 0.04f)]
[Activate(Activation.SiLU)]
[Dense(3, ActivityL1 = 0.1f, ActivityL2 = 0.2f, KernelL2 = 0.01f)]
internal sealed partial class Penalized;

[Model(13)]
[Dense(30, Activation.Tanh, KernelInitializer = Initializer.HeNormal, BiasInitializer = Initializer.RandomNormal)]
[Dense(7, Activation.Tanh, KernelInitializer = Initializer.HeUniform, BiasInitializer = Initializer.RandomUniform)]
[Dense(13, Activation.Tanh, KernelInitializer = Initializer.LeCunNormal, BiasInitializer = Initializer.Ones)]
[Dense(30, Activation.Tanh, KernelInitializer = Initializer.LeCunUniform, BiasInitializer = Initializer.Zeros)]
[Dense(7, Activation.Tanh, KernelInitializer = Initializer.Orthogonal)]
[Dense(3, KernelInitializer = Initializer.GlorotNormal)]
internal sealed partial class Initialized;

/// <summary>Everything at once, so that the parts also meet each other.</summary>
[Model(30)]
[Dropout(0.1f)]
[Dense(100, Activation.ELU, KernelL2 = 0.001f)]
[BatchNormalization]
[Activate(Activation.SiLU)]
[Dropout(0.3f)]
[Dense(33, Activation.LeakyReLU, UseBias = false, ActivityL1 = 0.001f)]
[BatchNormalization(Scale = false)]
[Dense(7, Activation.Softmax)]
internal sealed partial class Everything;
