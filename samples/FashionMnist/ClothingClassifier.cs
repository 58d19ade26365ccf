using Overfit;

namespace FashionMnist;

/// <summary>784 pixels in, the probabilities of ten classes out.</summary>
[Model(784)]
[Dense(512, Activation.ReLU)]
[Dropout(0.3f)]
[Dense(512, Activation.ReLU)]
[Dropout(0.3f)]
[Dense(10, Activation.Softmax)]
public partial class ClothingClassifier;
