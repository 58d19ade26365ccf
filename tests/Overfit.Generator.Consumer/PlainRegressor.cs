using Overfit;

namespace Consumer;

/// <summary>The article's first model.</summary>
[Model(1)]
[Dense(64, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(1)]
public partial class PlainRegressor;
