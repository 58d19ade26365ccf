namespace Overfit.Generator.Model;

/// <summary>What lowering knows about an activation, by the name of its member in the vocabulary's <c>Activation</c>.</summary>
/// <param name="Name">Name of the member and of the kernel type.</param>
/// <param name="IsFused">Whether it is cheap enough to be computed in registers, where the values in front of it are made.</param>
/// <param name="DerivesFromOutput">Whether the output alone yields the derivative, so that it can be computed in place.</param>
internal sealed record ActivationFunction(string Name, bool IsFused, bool DerivesFromOutput)
{
    public static readonly ActivationFunction Linear = new("Linear", IsFused: true, DerivesFromOutput: true);
    public static readonly ActivationFunction Softmax = new("Softmax", IsFused: false, DerivesFromOutput: true);

    private static readonly ActivationFunction[] All =
    [
        Linear,
        new("ReLU", IsFused: true, DerivesFromOutput: true),
        new("LeakyReLU", IsFused: true, DerivesFromOutput: true),
        new("ELU", IsFused: false, DerivesFromOutput: true),
        new("GELU", IsFused: false, DerivesFromOutput: false),
        new("SiLU", IsFused: false, DerivesFromOutput: false),
        new("Tanh", IsFused: false, DerivesFromOutput: true),
        new("Sigmoid", IsFused: false, DerivesFromOutput: true),
        new("Softplus", IsFused: false, DerivesFromOutput: true),
        Softmax,
    ];

    public static ActivationFunction? Find(string name) => Array.Find(All, function => function.Name == name);
}
