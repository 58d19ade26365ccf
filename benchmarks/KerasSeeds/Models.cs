using Overfit;

namespace KerasSeeds;

[Model(1)]
[Dense(64, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(1)]
internal sealed partial class Plain;

[Model(1)]
[Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
[Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
[Dense(1)]
internal sealed partial class Regularized;

[Model(1)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(1)]
internal sealed partial class Normalized;

[Model(1)]
[Dense(64, Activation.ReLU)]
[Dropout(0.2f)]
[Dense(64, Activation.ReLU)]
[Dropout(0.2f)]
[Dense(1)]
internal sealed partial class Dropped;
