namespace Overfit.Tests.Models;

// Each activation as a layer's own, hidden and at the end, and as a layer of its own behind each kind of layer.

[Model(3)]
[Dense(7, Activation.ReLU)]
[Dense(2, Activation.ReLU)]
internal sealed partial class ReLUNet;

[Model(3)]
[Dense(7, Activation.LeakyReLU)]
[Dense(2, Activation.LeakyReLU)]
internal sealed partial class LeakyReLUNet;

[Model(3)]
[Dense(7, Activation.ELU)]
[Dense(2, Activation.ELU)]
internal sealed partial class ELUNet;

[Model(3)]
[Dense(7, Activation.GELU)]
[Dense(2, Activation.GELU)]
internal sealed partial class GELUNet;

[Model(3)]
[Dense(7, Activation.SiLU)]
[Dense(2, Activation.SiLU)]
internal sealed partial class SiLUNet;

[Model(3)]
[Dense(7, Activation.Tanh)]
[Dense(2, Activation.Tanh)]
internal sealed partial class TanhNet;

[Model(3)]
[Dense(7, Activation.Sigmoid)]
[Dense(2, Activation.Sigmoid)]
internal sealed partial class SigmoidNet;

[Model(3)]
[Dense(7, Activation.Softplus)]
[Dense(2, Activation.Softplus)]
internal sealed partial class SoftplusNet;

[Model(3)]
[Dense(7, Activation.Softmax)]
[Dense(3, Activation.Softmax)]
internal sealed partial class SoftmaxNet;

[Model(3)]
[Activate(Activation.ReLU)]
[Dense(7)]
[Activate(Activation.ReLU)]
[Dense(2)]
[Activate(Activation.ReLU)]
internal sealed partial class ActivateReLUNet;

[Model(3)]
[Activate(Activation.LeakyReLU)]
[Dense(7)]
[Activate(Activation.LeakyReLU)]
[Dense(2)]
[Activate(Activation.LeakyReLU)]
internal sealed partial class ActivateLeakyReLUNet;

[Model(3)]
[Activate(Activation.ELU)]
[Dense(7)]
[Activate(Activation.ELU)]
[Dense(2)]
[Activate(Activation.ELU)]
internal sealed partial class ActivateELUNet;

[Model(3)]
[Activate(Activation.GELU)]
[Dense(7)]
[Activate(Activation.GELU)]
[Dense(2)]
[Activate(Activation.GELU)]
internal sealed partial class ActivateGELUNet;

[Model(3)]
[Activate(Activation.SiLU)]
[Dense(7)]
[Activate(Activation.SiLU)]
[Dense(2)]
[Activate(Activation.SiLU)]
internal sealed partial class ActivateSiLUNet;

[Model(3)]
[Activate(Activation.Tanh)]
[Dense(7)]
[Activate(Activation.Tanh)]
[Dense(2)]
[Activate(Activation.Tanh)]
internal sealed partial class ActivateTanhNet;

[Model(3)]
[Activate(Activation.Sigmoid)]
[Dense(7)]
[Activate(Activation.Sigmoid)]
[Dense(2)]
[Activate(Activation.Sigmoid)]
internal sealed partial class ActivateSigmoidNet;

[Model(3)]
[Activate(Activation.Softplus)]
[Dense(7)]
[Activate(Activation.Softplus)]
[Dense(2)]
[Activate(Activation.Softplus)]
internal sealed partial class ActivateSoftplusNet;

[Model(3)]
[Activate(Activation.Softmax)]
[Dense(7)]
[Activate(Activation.Softmax)]
[Dense(3)]
[Activate(Activation.Softmax)]
internal sealed partial class ActivateSoftmaxNet;

/// <summary>Activations behind activations: fused, in place, and with an input that the derivative needs.</summary>
[Model(3)]
[Dense(7, Activation.ReLU)]
[Activate(Activation.Tanh)]
[Activate(Activation.SiLU)]
[Activate(Activation.LeakyReLU)]
[Dense(5, Activation.GELU)]
[Activate(Activation.Sigmoid)]
[Activate(Activation.ReLU)]
[Dense(2, Activation.LeakyReLU)]
[Activate(Activation.ELU)]
[Activate(Activation.GELU)]
internal sealed partial class StackedActivationsNet;
