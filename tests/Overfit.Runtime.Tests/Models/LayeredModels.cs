namespace Overfit.Tests.Models;

[Model(3)]
[BatchNormalization]
[Dense(7)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(5, Activation.Tanh)]
[BatchNormalization]
[Dense(2)]
internal sealed partial class NormalizedNet;

/// <summary>Without gamma, without beta, without both; behind fused, computed and no activations.</summary>
[Model(3)]
[BatchNormalization(Scale = false)]
[Dense(7, Activation.ReLU)]
[BatchNormalization(Center = false)]
[Activate(Activation.LeakyReLU)]
[Dense(5)]
[BatchNormalization(Center = false, Scale = false, Epsilon = 0.1f)]
[Activate(Activation.GELU)]
[Dense(2)]
internal sealed partial class PartlyNormalizedNet;

[Model(3)]
[Dense(7, UseBias = false)]
[BatchNormalization]
[BatchNormalization(Scale = false)]
[Activate(Activation.Sigmoid)]
[Dense(2)]
[BatchNormalization]
internal sealed partial class NormalizedOutputNet;

[Model(7)]
[Dropout(0.3f)]
[Dense(13, Activation.ReLU)]
[Dropout(0.5f)]
[Activate(Activation.Tanh)]
[Dense(5)]
[Dropout(0.2f)]
[Activate(Activation.ReLU)]
[Dropout(0)]
[Dense(2)]
internal sealed partial class DroppingNet;

[Model(5)]
[Dense(7)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dropout(0.4f)]
[Dropout(0.1f)]
[Dense(5, Activation.Softplus)]
[Dropout(0.3f)]
[BatchNormalization]
[Dense(2)]
internal sealed partial class NormalizedDroppingNet;

[Model(3)]
[Dense(
    7,
    Activation.ReLU,
    KernelL1 = 0.01f,
    KernelL2 = 0.02f,
    BiasL1 = 0.03f,
    BiasL2 = 0.04f,
    ActivityL1 = 0.05f,
    ActivityL2 = 0.06f)]
[Dense(5, Activation.Tanh, KernelL1 = 0.02f, BiasL2 = 0.05f, ActivityL1 = 0.03f, ActivityL2 = 0.02f)]
[Dense(4, Activation.LeakyReLU, ActivityL1 = 0.04f)]
[Activate(Activation.SiLU)]
[Dropout(0.3f)]
[Dense(4, Activation.GELU, ActivityL2 = 0.04f)]
[BatchNormalization]
[Dense(2, ActivityL1 = 0.1f, ActivityL2 = 0.2f, KernelL2 = 0.01f)]
internal sealed partial class PenalizedNet;

[Model(3)]
[Dense(7, Activation.ReLU)]
[Dense(3, Activation.ReLU)]
internal sealed partial class PenalizableNet;

/// <summary>A penalty on what enters an activation of its own, in front of the logits and behind.</summary>
[Model(3)]
[Dense(5, ActivityL1 = 0.1f, ActivityL2 = 0.1f)]
[Activate(Activation.ReLU)]
[Dense(4, ActivityL1 = 0.1f, ActivityL2 = 0.1f)]
[Activate(Activation.Softmax)]
internal sealed partial class PenalizedLogitsNet;

[Model(3)]
[Dense(5, Activation.ReLU)]
[Dense(4, Activation.Softmax, ActivityL2 = 0.3f)]
internal sealed partial class PenalizedProbabilitiesNet;

[Model(3)]
[Dense(7, Activation.ReLU, UseBias = false)]
[Dense(5, UseBias = false)]
[Activate(Activation.Tanh)]
[Dense(2, UseBias = false)]
internal sealed partial class UnbiasedNet;

[Model(1)]
[Dense(1)]
internal sealed partial class LineNet;

[Model(1)]
[Dense(3, Activation.Tanh)]
[Dense(7, Activation.ReLU)]
[Dense(13)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(30, Activation.ELU)]
[Dense(1)]
internal sealed partial class GrowingNet;

[Model(13)]
[Dense(30, Activation.ReLU)]
[Dense(7, Activation.SiLU)]
[Dense(100, Activation.Tanh)]
[Dense(3)]
internal sealed partial class WideNet;

[Model(100)]
[Dense(7, Activation.Tanh)]
[BatchNormalization]
[Dense(1, Activation.Sigmoid)]
[Dense(30)]
[Dropout(0.25f)]
[Dense(13)]
internal sealed partial class NarrowNet;
