using Overfit;

namespace Consumer;

/// <summary>The article's second model.</summary>
[Model(1)]
[Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
[Dense(64, Activation.ReLU, KernelL2 = 0.01f)]
[Dense(1)]
public partial class RegularizedRegressor;
