namespace Overfit.Generator.Tests.Emission;

/// <summary>Names that users give layers never collide with what emitted code calls its own.</summary>
public sealed class LayerNameTests
{
    public static readonly TheoryData<string> Names =
    [
        // Types and namespaces that emitted code uses.
        "Dense", "BatchNormalization", "Dropout", "ActivityPenalty", "PenaltyKernel", "DenseKernel", "ReLU", "Sigmoid", "Workspace", "Span",
        "Overfit", "System", "Kernels",

        // Parameters, locals and constants.
        "inputs", "rows", "workspace", "random", "gradients", "fromLogits", "transposed", "penalty", "model", "value", "field", "Inputs",
        "hidden", "dhidden", "hiddenOutput", "hiddenOutputGradient", "hiddenMask", "hiddenKernel", "hiddenKernelOffset", "_", "_hidden", "été",

        // Words of the language once their first letter is small, or in some places only.
        "Class", "Return", "var", "await", "nameof", "record", "scoped", "partial", "dynamic", "file", "required", "nint",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryKindOfLayerCanBeCalledSo(string name)
    {
        string[] layers =
        [
            $"""[Dense(4, Activation.Tanh, Name = "{name}")] [BatchNormalization(Name = "hidden_")] [Dropout(0.1f)]""",
            $"""[Dense(4, Activation.GELU, Name = "hidden_")] [BatchNormalization(Name = "{name}")] [Activate(Activation.ReLU)]""",
            $"""[Dense(4, Activation.GELU)] [Dropout(0.1f, Name = "{name}")] [Activate(Activation.Softplus)]""",
            $"""[Dense(4, Activation.GELU)] [BatchNormalization] [Activate(Activation.SiLU, Name = "{name}")] [Dropout(0.1f)]""",
        ];
        Assert.Empty(GeneratorRun.Of([.. layers.Select((layer, i) =>
            $"[Model(3)] {layer} [Dense(1, Activation.Sigmoid)] internal sealed partial class Named{i};")]).Diagnostics);
    }
}
