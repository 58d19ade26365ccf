namespace Overfit.Benchmarks.Workloads;

/// <summary>The article's network with dropout behind each hidden layer.</summary>
[Model(1)]
[Dense(64, Activation.ReLU)]
[Dropout(0.2f)]
[Dense(64, Activation.ReLU)]
[Dropout(0.2f)]
[Dense(1)]
public partial class ArticleNetWithDropout;

/// <summary>60-12-1.</summary>
[Model(60)]
[Dense(12, Activation.ReLU)]
[Dense(1)]
public partial class NarrowNet;

/// <summary>64-128-10, softmax.</summary>
[Model(64)]
[Dense(128, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
public partial class DigitsNet;

/// <summary>64-256-256-1.</summary>
[Model(64)]
[Dense(256, Activation.ReLU)]
[Dense(256, Activation.ReLU)]
[Dense(1)]
public partial class TabularNet;

/// <summary>64-128x6-10, softmax: six hidden layers.</summary>
[Model(64)]
[Dense(128, Activation.ReLU)]
[Dense(128, Activation.ReLU)]
[Dense(128, Activation.ReLU)]
[Dense(128, Activation.ReLU)]
[Dense(128, Activation.ReLU)]
[Dense(128, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
public partial class DeepNet;

/// <summary>784-512-512-10, softmax.</summary>
[Model(784)]
[Dense(512, Activation.ReLU)]
[Dense(512, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
public partial class ImageNet;

/// <summary>24-8(tanh)-2.</summary>
[Model(24)]
[Dense(8, Activation.Tanh)]
[Dense(2)]
public partial class SmallTanhNet;

/// <summary>4-32(tanh)-16(tanh)-4.</summary>
[Model(4)]
[Dense(32, Activation.Tanh)]
[Dense(16, Activation.Tanh)]
[Dense(4)]
public partial class ControlNet;

/// <summary>30-17-5-1, sigmoid: widths that fit no register.</summary>
[Model(30)]
[Dense(17, Activation.ReLU)]
[Dense(5, Activation.ReLU)]
[Dense(1, Activation.Sigmoid)]
public partial class OddNet;
