namespace Overfit;

/// <summary>
/// What the generator writes for a class with <see cref="ModelAttribute"/>: the architecture as straight-line code. The
/// static members are the architecture, an instance is a set of parameters and strengths.
/// </summary>
/// <remarks>
/// Any number of threads may read one instance, each with a workspace of its own; one that trains or changes it must be alone.
/// </remarks>
/// <typeparam name="TSelf">The model itself.</typeparam>
public interface IModel<TSelf>
    where TSelf : class, IModel<TSelf>
{
    /// <summary>Layers, shapes and parameters.</summary>
    static abstract ModelDescription Description { get; }

    /// <summary>Memory needed to compute.</summary>
    static abstract WorkspaceLayout WorkspaceLayout { get; }

    /// <summary>A new instance, its parameters drawn from <paramref name="seed"/>.</summary>
    static abstract TSelf Create(int seed);

    /// <summary>Trainable parameters, then moving statistics, as <see cref="Description"/> lays them out.</summary>
    Block Parameters { get; }

    /// <summary>The layers with their parameters and strengths, in the order of <see cref="Description"/>.</summary>
    IReadOnlyList<Layer> Layers { get; }

    /// <summary>Draws all parameters anew and resets moving statistics.</summary>
    static abstract void Initialize(TSelf model, int seed);

    /// <summary>Inference: reads <paramref name="inputs"/>, leaves logits and outputs in the workspace.</summary>
    /// <param name="model">Whose parameters are used.</param>
    /// <param name="inputs">[rows x input width].</param>
    /// <param name="rows">Rows, at most the workspace's capacity.</param>
    /// <param name="workspace">Memory to compute in.</param>
    static abstract void Forward(TSelf model, ReadOnlySpan<float> inputs, int rows, Workspace workspace);

    /// <summary>
    /// The forward pass of training: batch statistics, which also move the moving ones, and dropout drawn from
    /// <paramref name="random"/>.
    /// </summary>
    /// <param name="model">Whose parameters are used.</param>
    /// <param name="inputs">[rows x input width].</param>
    /// <param name="rows">Rows of the batch, at most the workspace's capacity.</param>
    /// <param name="workspace">Receives what each layer puts out, for the backward pass.</param>
    /// <param name="random">What dropout draws from.</param>
    /// <param name="toLogits">Whether to stop at the logits: the loss goes through the output activation itself.</param>
    static abstract void ForwardTraining(
        TSelf model, ReadOnlySpan<float> inputs, int rows, Workspace workspace, in DropoutRandom random, bool toLogits);

    /// <summary>
    /// The backward pass after <see cref="ForwardTraining"/> on the same inputs: from the gradient in the output gradient
    /// slot to the gradient of every trainable parameter.
    /// </summary>
    /// <param name="model">Whose parameters are used.</param>
    /// <param name="inputs">[rows x input width].</param>
    /// <param name="rows">Rows of the forward pass.</param>
    /// <param name="workspace">The workspace of the forward pass.</param>
    /// <param name="gradients">Receives one float per trainable parameter; overwritten.</param>
    /// <param name="fromLogits">Whether the gradient is that of the logits: the loss already went through the output activation.</param>
    static abstract void Backward(
        TSelf model, ReadOnlySpan<float> inputs, int rows, Workspace workspace, Span<float> gradients, bool fromLogits);

    /// <summary>Sum of the penalties on the parameters: L1 * sum|w| + L2 * sum w^2.</summary>
    static abstract double Penalty(TSelf model);

    /// <summary>Adds the gradient of <see cref="Penalty"/> to <paramref name="gradients"/>.</summary>
    static abstract void AddPenaltyGradient(TSelf model, Span<float> gradients);
}
