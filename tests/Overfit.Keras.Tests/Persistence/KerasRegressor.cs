using System.Collections.Immutable;

namespace Overfit.Keras.Persistence;

/// <summary>
/// The parameters of the golden model <c>regressor</c> (Dense 32, batch normalization, ReLU, dropout, Dense 1 on 10 inputs), its
/// layers named as there; as much of a model as persistence touches.
/// </summary>
internal sealed class KerasRegressor : IModel<KerasRegressor>
{
    public static ModelDescription Description { get; } = new(
        "KerasRegressor",
        new Shape(10),
        [
            Layer("weights/first", "Dense", 10, 32, Tensor("kernel", 0, 10, 32), Tensor("bias", 320, 32)),
            Layer(
                "weights/norm",
                "BatchNormalization",
                32,
                32,
                Tensor("gamma", 352, 32),
                Tensor("beta", 384, 32),
                Tensor("moving_mean", 449, 32),
                Tensor("moving_variance", 481, 32)),
            Layer("weights/last", "Dense", 32, 1, Tensor("kernel", 416, 32, 1), Tensor("bias", 448, 1)),
        ],
        Activation.Linear,
        OutputSlot: 0,
        LogitsSlot: 0,
        OutputGradientSlot: 0);

    public static WorkspaceLayout WorkspaceLayout => throw new NotSupportedException();

    public Block Parameters { get; } = new(Description.ParameterCount);

    public IReadOnlyList<Layer> Layers => throw new NotSupportedException();

    public static KerasRegressor Create(int seed) => new();

    public static void Initialize(KerasRegressor model, int seed) => throw new NotSupportedException();

    public static void Forward(KerasRegressor model, ReadOnlySpan<float> inputs, int rows, Workspace workspace) =>
        throw new NotSupportedException();

    public static void ForwardTraining(
        KerasRegressor model, ReadOnlySpan<float> inputs, int rows, Workspace workspace, in DropoutRandom random, bool toLogits) =>
        throw new NotSupportedException();

    public static void Backward(
        KerasRegressor model,
        ReadOnlySpan<float> inputs,
        int rows,
        Workspace workspace,
        Span<float> gradients,
        bool fromLogits) => throw new NotSupportedException();

    public static double Penalty(KerasRegressor model) => throw new NotSupportedException();

    public static void AddPenaltyGradient(KerasRegressor model, Span<float> gradients) => throw new NotSupportedException();

    private static LayerDescription Layer(
        string name, string kind, int inputs, int outputs, params ImmutableArray<TensorDescription> tensors) =>
        new(name, kind, "", new Shape(inputs), new Shape(outputs), OutputSlot: 0, tensors);

    private static TensorDescription Tensor(string name, int offset, params ReadOnlySpan<int> shape) =>
        new(name, new Shape(shape), offset, IsTrainable: !name.StartsWith("moving", StringComparison.Ordinal), Initializer.Zeros);
}
