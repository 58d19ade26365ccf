using Overfit.Generator.Lowering;

namespace Overfit.Generator.Emission;

/// <summary>Writes one pass: declares each slot where it is first used, and knows every name in it.</summary>
internal sealed class PassWriter
{
    private readonly CodeWriter _writer;
    private readonly ModelPlan _plan;
    private readonly bool _isTraining;
    private readonly Dictionary<string, string> _locals = [];
    private readonly HashSet<string> _taken = ["inputs", "rows", "workspace", "random", "gradients", "fromLogits", "transposed", "penalty"];
    private readonly Dictionary<string, string> _layers = [];

    public PassWriter(CodeWriter writer, ModelPlan plan, bool isTraining)
    {
        _writer = writer;
        _plan = plan;
        _isTraining = isTraining;
        _taken.UnionWith(Constants(plan));
        foreach (LayerPlan layer in plan.Layers)
        {
            _layers.Add(layer.Name, Free(Identifier.Camel(layer.Name)));
        }
    }

    public void Line(string line) => _writer.Line(line);

    /// <summary>Begins a step: a blank line and what it does.</summary>
    public void Step(string comment)
    {
        _writer.Line();
        _writer.Line("// " + comment);
    }

    /// <summary>The parameter that is a layer.</summary>
    public string Layer(string name) => _layers[name];

    /// <summary>What an operation reads.</summary>
    public string Input(Operation operation) => Rows(operation.Input);

    /// <summary>A slot's rows, declared at first use.</summary>
    public string Output(Slot slot) => Declare(slot.Name, slot.Width);

    /// <summary>The gradient of a slot, declared at first use.</summary>
    public string Gradient(Slot slot) => Declare(slot.GradientName, slot.Width);

    /// <summary>The part of the gradients that belongs to a tensor; empty for none.</summary>
    public static string Gradient(string layer, Tensor? tensor) => tensor is null
        ? "[]"
        : $"gradients.Slice({TensorName(layer, tensor)}, {string.Join(" * ", tensor.Shape)})";

    /// <summary>The constant that says where a tensor starts. Without the suffix, a layer called Dense would hide DenseKernel.</summary>
    public static string TensorName(string layer, Tensor tensor) => $"{layer}{Identifier.Pascal(tensor.Name)}Offset";

    /// <summary>The constant that says where an operation keeps a batch's statistics.</summary>
    public static string StatisticsName(BatchNormalizationOperation operation) => $"{operation.Layer}Statistics";

    private string Rows(Slot? slot)
    {
        if (slot is null)
        {
            return "inputs";
        }

        // In inference dropout does nothing: what reads its output reads its input.
        DropoutOperation? dropout = _plan.Operations.OfType<DropoutOperation>().FirstOrDefault(operation => operation.Output == slot);
        return dropout is not null && !_isTraining ? Rows(dropout.Input) : Output(slot);
    }

    private string Declare(string constant, int width)
    {
        if (!_locals.TryGetValue(constant, out string? local))
        {
            string preferred = constant.EndsWith("Gradient", StringComparison.Ordinal)
                ? "d" + constant.Substring(0, constant.Length - "Gradient".Length)
                : Identifier.Camel(constant);
            local = Free(preferred);
            _locals.Add(constant, local);
            Line($"Span<float> {local} = workspace.Slot({constant}, rows, {width});");
        }

        return local;
    }

    /// <summary>The constants, in front of which a local of the same name would stand: a layer's name may be in camel case itself.</summary>
    private static IEnumerable<string> Constants(ModelPlan plan) => plan.Layers
        .SelectMany(static layer => layer.Tensors.Select(tensor => TensorName(layer.Name, tensor)))
        .Concat(plan.Slots.SelectMany(static slot => new[] { slot.Name, slot.GradientName }))
        .Concat(plan.Operations.OfType<BatchNormalizationOperation>().Select(StatisticsName));

    private string Free(string preferred)
    {
        string name = preferred;
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
