using Overfit;

namespace Consumer;

/// <summary>The article's third model.</summary>
[Model(1)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(1)]
public partial class NormalizedRegressor;
