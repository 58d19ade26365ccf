namespace Overfit.Tests.Models;

/// <summary>The gradient of every parameter, whatever the layers, the loss and the batch.</summary>
public sealed class GradientTests
{
    private static readonly Dictionary<string, Action<string, int>> Models = new()
    {
        ["ReLU"] = (loss, rows) => GradientCheck.Run<ReLUNet>(loss, rows),
        ["LeakyReLU"] = (loss, rows) => GradientCheck.Run<LeakyReLUNet>(loss, rows),
        ["ELU"] = (loss, rows) => GradientCheck.Run<ELUNet>(loss, rows),
        ["GELU"] = (loss, rows) => GradientCheck.Run<GELUNet>(loss, rows),
        ["SiLU"] = (loss, rows) => GradientCheck.Run<SiLUNet>(loss, rows),
        ["Tanh"] = (loss, rows) => GradientCheck.Run<TanhNet>(loss, rows),
        ["Sigmoid"] = (loss, rows) => GradientCheck.Run<SigmoidNet>(loss, rows),
        ["Softplus"] = (loss, rows) => GradientCheck.Run<SoftplusNet>(loss, rows),
        ["Softmax"] = (loss, rows) => GradientCheck.Run<SoftmaxNet>(loss, rows),
        ["Activate ReLU"] = (loss, rows) => GradientCheck.Run<ActivateReLUNet>(loss, rows),
        ["Activate LeakyReLU"] = (loss, rows) => GradientCheck.Run<ActivateLeakyReLUNet>(loss, rows),
        ["Activate ELU"] = (loss, rows) => GradientCheck.Run<ActivateELUNet>(loss, rows),
        ["Activate GELU"] = (loss, rows) => GradientCheck.Run<ActivateGELUNet>(loss, rows),
        ["Activate SiLU"] = (loss, rows) => GradientCheck.Run<ActivateSiLUNet>(loss, rows),
        ["Activate Tanh"] = (loss, rows) => GradientCheck.Run<ActivateTanhNet>(loss, rows),
        ["Activate Sigmoid"] = (loss, rows) => GradientCheck.Run<ActivateSigmoidNet>(loss, rows),
        ["Activate Softplus"] = (loss, rows) => GradientCheck.Run<ActivateSoftplusNet>(loss, rows),
        ["Activate Softmax"] = (loss, rows) => GradientCheck.Run<ActivateSoftmaxNet>(loss, rows),
        ["stacked activations"] = (loss, rows) => GradientCheck.Run<StackedActivationsNet>(loss, rows),
        ["normalized"] = (loss, rows) => GradientCheck.Run<NormalizedNet>(loss, rows),
        ["partly normalized"] = (loss, rows) => GradientCheck.Run<PartlyNormalizedNet>(loss, rows),
        ["normalized output"] = (loss, rows) => GradientCheck.Run<NormalizedOutputNet>(loss, rows),
        ["dropping"] = (loss, rows) => GradientCheck.Run<DroppingNet>(loss, rows),
        ["normalized dropping"] = (loss, rows) => GradientCheck.Run<NormalizedDroppingNet>(loss, rows),
        ["penalized"] = (loss, rows) => GradientCheck.Run<PenalizedNet>(loss, rows),
        ["unbiased"] = (loss, rows) => GradientCheck.Run<UnbiasedNet>(loss, rows),
        ["line"] = (loss, rows) => GradientCheck.Run<LineNet>(loss, rows),
        ["growing"] = (loss, rows) => GradientCheck.Run<GrowingNet>(loss, rows),
        ["wide"] = (loss, rows) => GradientCheck.Run<WideNet>(loss, rows),
        ["narrow"] = (loss, rows) => GradientCheck.Run<NarrowNet>(loss, rows),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    public static TheoryData<string> Losses => [.. Overfit.Tests.Losses.LossSample.Losses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryLayerHasItsGradient(string model)
    {
        foreach (int rows in new[] { 1, 3, 7, 32 })
        {
            Models[model]("squared", rows);
        }
    }

    [Theory]
    [InlineData("absolute")]
    [InlineData("huber")]
    [InlineData("huber-0.3")]
    public void EveryLossGoesThroughEveryEnding(string loss)
    {
        string[] endings = ["line", "ReLU", "Tanh", "Sigmoid", "Softmax", "Activate Softmax", "normalized", "normalized output"];
        foreach (string model in endings)
        {
            Models[model](loss, 7);
        }
    }

    [Theory]
    [InlineData("binary", 1)]
    [InlineData("binary", 32)]
    [InlineData("binary-smooth", 7)]
    public void SigmoidAndItsCrossEntropyAreOne(string loss, int rows)
    {
        Models["Sigmoid"](loss, rows);
        Models["Activate Sigmoid"](loss, rows);
    }

    [Theory]
    [InlineData("categorical", 1)]
    [InlineData("categorical", 32)]
    [InlineData("categorical-smooth", 7)]
    [InlineData("sparse", 3)]
    [InlineData("sparse", 32)]
    public void SoftmaxAndItsCrossEntropyAreOne(string loss, int rows)
    {
        Models["Softmax"](loss, rows);
        Models["Activate Softmax"](loss, rows);
        GradientCheck.Run<PenalizedLogitsNet>(loss, rows);
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("categorical")]
    [InlineData("sparse")]
    public void LogitsOfALinearEndingAreRead(string name)
    {
        float[] targets = Overfit.Tests.Losses.LossSample.Draw(name, 7, 3).Targets;
        Loss loss = name switch
        {
            "binary" => new BinaryCrossEntropy { FromLogits = true },
            "categorical" => new CategoricalCrossEntropy { FromLogits = true },
            _ => new SparseCategoricalCrossEntropy { FromLogits = true },
        };
        GradientCheck.Run<WideNet>(loss, targets, 7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void PenaltiesOnOutputsGoThroughWhatMadeThem(int rows)
    {
        GradientCheck.Run<PenalizedLogitsNet>("squared", rows);
        GradientCheck.Run<PenalizedProbabilitiesNet>("squared", rows);
        GradientCheck.Run<PenalizedProbabilitiesNet>("huber", rows);
    }

    [Fact]
    public void StrengthsAndRatesAreReadWhenTheyAreUsed()
    {
        GradientCheck.Run<PenalizableNet>("squared", 7, model =>
        {
            (model.Dense1.KernelL1, model.Dense1.KernelL2, model.Dense1.BiasL1, model.Dense1.BiasL2) = (0.1f, 0.2f, 0.3f, 0.4f);
            (model.Dense1.ActivityL1, model.Dense1.ActivityL2) = (0.5f, 0.6f);
            (model.Dense2.ActivityL1, model.Dense2.ActivityL2) = (0.7f, 0.8f);
        });
        GradientCheck.Run<PenalizedNet>("squared", 7, model =>
        {
            (model.Dense1.KernelL1, model.Dense1.ActivityL1, model.Dense2.ActivityL2, model.Dropout1.Rate) = (0, 0, 0, 0.6f);
        });
        GradientCheck.Run<NormalizedDroppingNet>("squared", 7, model =>
        {
            (model.Dropout1.Rate, model.Dropout2.Rate, model.BatchNormalization1.Epsilon) = (0, 0.7f, 0.5f);
        });
    }
}
