using Overfit;

namespace KerasSeeds;

[Model(1)]
[Dense(64, Activation.ReLU)]
[Dropout(0.2f)]
[Dense(64, Activation.ReLU)]
[Dropout(0.2f)]
[Dense(1)]
internal sealed partial class DroppedRegressor;
