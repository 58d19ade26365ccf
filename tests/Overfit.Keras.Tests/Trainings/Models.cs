namespace Overfit.Keras.Trainings;

[Model(1)]
[Dense(64, UseBias = false)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(64, UseBias = false)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(1)]
internal sealed partial class NormalizedRegressorWithoutBias;

[Model(4)]
[Dense(16, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
internal sealed partial class IrisClassifier;

[Model(13)]
[Dense(16, UseBias = false, KernelL2 = 0.01f)]
[BatchNormalization]
[Activate(Activation.ReLU)]
[Dense(3, Activation.Softmax, KernelL2 = 0.01f)]
internal sealed partial class WineClassifier;

[Model(30)]
[Dense(16, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class TumorClassifier;

[Model(10)]
[Dense(32, Activation.ReLU)]
[Dense(1)]
internal sealed partial class DiabetesRegressor;
