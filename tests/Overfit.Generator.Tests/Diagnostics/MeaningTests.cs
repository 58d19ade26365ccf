namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF3001 to OVF3004: models that could be built, but cannot mean anything.</summary>
public sealed class MeaningTests
{
    [Theory]
    [InlineData("[Dense(3, Activation.Softmax)] [Activate({|OVF3001:Activation.ReLU|})]", "Layer 2 applies ReLU")]
    [InlineData("[Dense(3)] [Activate(Activation.Softmax)] [Activate(activation: {|OVF3001:Activation.Softmax|})]", "Layer 3 applies Softmax")]
    [InlineData("[Dense(3, Activation.Softmax)] [Activate(Activation.Linear)] [Activate({|OVF3001:Activation.GELU|})] [Dense(1)]", "Layer 3 applies GELU")]
    public void An_activation_of_probabilities_is_refused(string layers, string start) => DiagnosticRun.Check(
        $"[Model(2)] {layers} public sealed partial class Net;",
        start + " to the probabilities of Softmax, which are no longer a distribution then; remove one of the two");

    [Theory]
    [InlineData("[{|OVF3002:Dropout(0.5f)|}]", 1)]
    [InlineData("[Dense(1)] [Dropout(0.5f)] [{|OVF3002:Dropout(0)|}]", 3)]
    public void Dropout_behind_the_last_layer_is_refused(string layers, int layer) => DiagnosticRun.Check(
        $"[Model(2)] {layers} public sealed partial class Net;",
        $"Layer {layer} \"Dropout\" is the last one, so training would drop outputs; move it in front of the last layer or remove it");

    [Theory]
    [InlineData("[Dense(1, {|OVF3003:Activation.Softmax|})]", "Layer 1 \"Dense\"")]
    [InlineData("[Dense(4)] [Dense(1)] [Activate({|OVF3003:Activation.Softmax|})]", "Layer 3 \"Activate\"")]
    public void Softmax_of_one_unit_is_refused(string layers, string start) => DiagnosticRun.Check(
        $"[Model(2)] {layers} public sealed partial class Net;",
        start + " applies Softmax to one unit, which is always 1; use Sigmoid, or one unit for each class");

    [Theory]
    [InlineData("[Activate(Activation.ReLU)]")]
    [InlineData("[Activate(Activation.Linear)]")]
    [InlineData("[BatchNormalization(Center = false, Scale = false)]")]
    [InlineData("[Dropout(0.5f)] [Activate(Activation.Softmax)]")]
    public void A_model_without_parameters_is_refused(string layers) => DiagnosticRun.Check(
        $"[{{|OVF3004:Model(3)|}}] {layers} public sealed partial class @class;",
        "No layer of model 'class' has parameters; add one that has, such as [Dense(1)]");

    [Theory]
    [InlineData("[Dense(3, Activation.Softmax)] [Dense(3, Activation.Softmax)]")]
    [InlineData("[Dense(3, Activation.ReLU)] [Activate(Activation.Softmax)]")]
    [InlineData("[Dense(3, Activation.Softmax)] [Activate(Activation.Linear)]")]
    [InlineData("[Dropout(0.5f)] [Dense(1)]")]
    [InlineData("[Activate(Activation.Tanh)] [BatchNormalization(Center = false)]")]
    [InlineData("[Dense(2)] [Activate(Activation.Linear)]")]
    public void What_only_looks_alike_is_taken(string layers) => DiagnosticRun.Check(
        $"[Model(2)] {layers} public sealed partial class Net;");
}
