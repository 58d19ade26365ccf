namespace Overfit.Tests.Persistence;

/// <summary>A model that only holds parameters: as much of one as persistence touches.</summary>
internal sealed class ModelDouble<TArchitecture> : IModel<ModelDouble<TArchitecture>>
    where TArchitecture : IArchitecture
{
    public static ModelDescription Description { get; } = new(
        typeof(TArchitecture).Name,
        TArchitecture.Layers[0].InputShape,
        TArchitecture.Layers,
        Activation.Linear,
        OutputSlot: 0,
        LogitsSlot: 0,
        OutputGradientSlot: 0);

    public static WorkspaceLayout WorkspaceLayout => throw new NotSupportedException();

    public Block Parameters { get; } = new(Description.ParameterCount);

    public IReadOnlyList<Layer> Layers => throw new NotSupportedException();

    public static ModelDouble<TArchitecture> Create(int seed)
    {
        ModelDouble<TArchitecture> model = new();
        Initialize(model, seed);
        return model;
    }

    public static void Initialize(ModelDouble<TArchitecture> model, int seed)
    {
        Random random = new(seed);
        foreach (ref float parameter in model.Parameters.Span)
        {
            parameter = (random.NextSingle() * 2) - 1;
        }
    }

    public static void Forward(
        ModelDouble<TArchitecture> model, ReadOnlySpan<float> inputs, int rows, Workspace workspace) =>
        throw new NotSupportedException();

    public static void ForwardTraining(
        ModelDouble<TArchitecture> model, ReadOnlySpan<float> inputs, int rows, Workspace workspace, in DropoutRandom random, bool toLogits) =>
        throw new NotSupportedException();

    public static void Backward(
        ModelDouble<TArchitecture> model,
        ReadOnlySpan<float> inputs,
        int rows,
        Workspace workspace,
        Span<float> gradients,
        bool fromLogits) => throw new NotSupportedException();

    public static double Penalty(ModelDouble<TArchitecture> model) => throw new NotSupportedException();

    public static void AddPenaltyGradient(ModelDouble<TArchitecture> model, Span<float> gradients) =>
        throw new NotSupportedException();
}
