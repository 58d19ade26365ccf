namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF1004 to OVF1006: where layers stand.</summary>
public sealed class LayerPlacementTests
{
    [Fact]
    public void A_model_without_layers_is_refused() => DiagnosticRun.Check(
        """
        [{|OVF1004:Model(2)|}]
        public sealed partial class Net;
        """,
        "Model 'Net' has no layers; add at least one, such as [Dense(1)], below [Model]");

    [Fact]
    public void Layers_on_another_declaration_are_refused_one_by_one() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(4)]
        public sealed partial class Net;

        [{|OVF1005:Activate(Activation.ReLU)|}]
        [{|OVF1005:Dense(1)|}]
        public sealed partial class Net;
        """,
        "This layer stands on another declaration of 'Net' than [Model], so its place among the layers is undefined; move it below [Model]",
        "This layer stands on another declaration of 'Net' than [Model], so its place among the layers is undefined; move it below [Model]");

    [Fact]
    public void A_model_whose_layers_all_stand_elsewhere_is_not_called_empty_too() => DiagnosticRun.Check(
        """
        [{|OVF1005:Dense(1)|}]
        public sealed partial class Net;

        [Model(2)]
        public sealed partial class Net;
        """,
        "This layer stands on another declaration of 'Net' than [Model], so its place among the layers is undefined; move it below [Model]");

    [Theory]
    [InlineData("Dense(1)", "Dense")]
    [InlineData("DenseAttribute(1)", "Dense")]
    [InlineData("Activate(Activation.ReLU)", "Activate")]
    [InlineData("BatchNormalization", "BatchNormalization")]
    [InlineData("Dropout(0.5f)", "Dropout")]
    public void A_layer_without_a_model_is_refused(string attribute, string kind) => DiagnosticRun.Check(
        $"[{{|OVF1006:{attribute}|}}] public sealed partial class Net;",
        $"[{kind}] has no effect on 'Net', which has no [Model]; add [Model(features)] above the layers");

    [Fact]
    public void Layers_without_a_model_are_refused_once_on_structs_and_records_too() => DiagnosticRun.Check(
        """
        [{|OVF1006:Dense(4)|}, Dense(1)]
        public struct First;

        [{|OVF1006:Dropout(0.5f)|}]
        [Dense(1)]
        public record Second;
        """,
        "[Dense] has no effect on 'First', which has no [Model]; add [Model(features)] above the layers",
        "[Dropout] has no effect on 'Second', which has no [Model]; add [Model(features)] above the layers");

    [Fact]
    public void Layers_without_a_model_on_two_declarations_are_refused_once() => DiagnosticRun.Check(
        """
        [{|OVF1006:Dense(4)|}]
        public sealed partial class Net;

        [Dropout(0.5f)]
        [Dense(1)]
        public sealed partial class Net;
        """,
        "[Dense] has no effect on 'Net', which has no [Model]; add [Model(features)] above the layers");

    [Fact]
    public void Layers_without_a_model_in_two_files_are_refused_once() => Assert.Single(
        GeneratorRun.Of("[Dropout(0.5f)] partial class Net;", "[Dense(1)] [Dropout(0.5f)] partial class Net;").Result.Diagnostics);

    [Fact]
    public void Two_models_on_two_declarations_are_the_compilers_to_refuse() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(1)]
        public sealed partial class Net;

        [{|CS0579:Model|}(2)]
        public sealed partial class Net;
        """);

    [Fact]
    public void Two_models_on_one_declaration_are_the_compilers_to_refuse() => DiagnosticRun.Check(
        """
        [Model(2)]
        [{|CS0579:Model|}(3)]
        [Dense(1)]
        public sealed partial class Net;
        """);
}
