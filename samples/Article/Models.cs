using Overfit;

namespace Article;

/// <summary>Experiment 1: a small regression network, trained as it is.</summary>
[Model(1)]
[Dense(64, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(1)]
public partial class PlainRegressor;

/// <summary>Experiment 2: the same with an L2 penalty on the hidden kernels.</summary>
[Model(1)]
[Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
[Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
[Dense(1)]
public partial class RegularizedRegressor;

/// <summary>Experiment 3: the same with batch normalization in front of each activation.</summary>
[Model(1)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(1)]
public partial class NormalizedRegressor;
