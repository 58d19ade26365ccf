namespace Overfit.Tests.Models;

[Model(1)]
[Dense(64, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(1)]
internal sealed partial class PlainRegressor;

[Model(1)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(64)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(1)]
internal sealed partial class NormalizedRegressor;
