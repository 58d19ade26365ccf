namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF1007: arguments out of range, each on the argument's own text.</summary>
public sealed class ArgumentTests
{
    private const string AtLeastOne = "an integer of at least 1", Fraction = "at least 0 and less than 1",
        NotNegative = "a finite number of at least 0", Positive = "a finite number greater than 0",
        FeatureCount = "the number of features of one input row, such as [Model(1)]";

    [Theory]
    [InlineData("Dense({|OVF1007:0|})", "units", "0", AtLeastOne)]
    [InlineData("Dense({|OVF1007:-1|})", "units", "-1", AtLeastOne)]
    [InlineData("Dense(units: {|OVF1007:0|})", "units", "0", AtLeastOne)]
    [InlineData("Dense(activation: Activation.ReLU, units: {|OVF1007:0|})", "units", "0", AtLeastOne)]
    [InlineData("Dense({|OVF1007:Sizes.None|})", "units", "0", AtLeastOne)]
    [InlineData("Dense({|OVF1007:2 * Sizes.None|})", "units", "0", AtLeastOne)]
    [InlineData("Dense(1, {|OVF1007:(Activation)42|})", "activation", "42", "a member of Activation")]
    [InlineData("Dense(1, activation: {|OVF1007:(Activation)(-1)|})", "activation", "-1", "a member of Activation")]
    [InlineData("Dense(1, KernelInitializer = {|OVF1007:(Initializer)42|})", "KernelInitializer", "42", "a member of Initializer")]
    [InlineData("Dense(1, BiasInitializer = {|OVF1007:(Initializer)42|})", "BiasInitializer", "42", "a member of Initializer")]
    [InlineData("Dense(1, KernelL1 = {|OVF1007:-0.5f|})", "KernelL1", "-0.5", NotNegative)]
    [InlineData("Dense(1, KernelL2 = {|OVF1007:-1|})", "KernelL2", "-1", NotNegative)]
    [InlineData("Dense(1, BiasL1 = {|OVF1007:float.NaN|})", "BiasL1", "NaN", NotNegative)]
    [InlineData("Dense(1, BiasL2 = {|OVF1007:float.PositiveInfinity|})", "BiasL2", "Infinity", NotNegative)]
    [InlineData("Dense(1, ActivityL1 = {|OVF1007:float.NegativeInfinity|})", "ActivityL1", "-Infinity", NotNegative)]
    [InlineData("Dense(1, ActivityL2 = {|OVF1007:-1e-9f|})", "ActivityL2", "-1E-09", NotNegative)]
    [InlineData("Dropout({|OVF1007:1|})", "rate", "1", Fraction)]
    [InlineData("Dropout({|OVF1007:1.5f|})", "rate", "1.5", Fraction)]
    [InlineData("Dropout({|OVF1007:-0.1f|})", "rate", "-0.1", Fraction)]
    [InlineData("Dropout(rate: {|OVF1007:float.NaN|})", "rate", "NaN", Fraction)]
    [InlineData("Activate({|OVF1007:(Activation)42|})", "activation", "42", "a member of Activation")]
    [InlineData("BatchNormalization(Momentum = {|OVF1007:1|})", "Momentum", "1", Fraction)]
    [InlineData("BatchNormalization(Momentum = {|OVF1007:-0.5f|})", "Momentum", "-0.5", Fraction)]
    [InlineData("BatchNormalization(Momentum = {|OVF1007:float.NaN|})", "Momentum", "NaN", Fraction)]
    [InlineData("BatchNormalization(Epsilon = {|OVF1007:0|})", "Epsilon", "0", Positive)]
    [InlineData("BatchNormalization(Epsilon = {|OVF1007:-1e-3f|})", "Epsilon", "-0.001", Positive)]
    [InlineData("BatchNormalization(Epsilon = {|OVF1007:float.NaN|})", "Epsilon", "NaN", Positive)]
    [InlineData("BatchNormalization(Epsilon = {|OVF1007:float.PositiveInfinity|})", "Epsilon", "Infinity", Positive)]
    public void A_layers_argument_out_of_range_is_refused(string attribute, string argument, string received, string expected) =>
        DiagnosticRun.Check(
            $$"""
            [Model(2)]
            [{{attribute}}]
            [Dense(1, Name = "Output")]
            public sealed partial class Net;

            public static class Sizes
            {
                public const int None = 0;
            }
            """,
            $"{argument} is {received}; it must be {expected}");

    [Theory]
    [InlineData("Model({|OVF1007:0|})", "inputShape is 0", AtLeastOne)]
    [InlineData("Model(inputShape: {|OVF1007:-1|})", "inputShape is -1", AtLeastOne)]
    [InlineData("Model(28, {|OVF1007:0|}, 1)", "inputShape[1] is 0", AtLeastOne)]
    [InlineData("{|OVF1007:Model()|}", "inputShape is empty", FeatureCount)]
    [InlineData("{|OVF1007:Model|}", "inputShape is empty", FeatureCount)]
    [InlineData("Model({|OVF1007:new int[0]|})", "inputShape is empty", FeatureCount)]
    [InlineData("Model({|OVF1007:new[] { 28, 0 }|})", "inputShape[1] is 0", AtLeastOne)]
    [InlineData("Model({|OVF1007:null!|})", "inputShape is null", FeatureCount)]
    public void An_input_shape_out_of_range_is_refused(string attribute, string received, string expected) =>
        DiagnosticRun.Check(
            $"[{attribute}] [Dense(1)] public sealed partial class Net;",
            $"{received}; it must be {expected}");

    [Fact]
    public void Every_mistake_is_shown() => DiagnosticRun.Check(
        """
        [Model({|OVF1007:0|}, {|OVF1007:-1|})]
        [Dense({|OVF1007:-3|}, {|OVF1007:(Activation)42|}, KernelL1 = {|OVF1007:-2|})]
        public sealed partial class Net;
        """,
        "inputShape[0] is 0; it must be an integer of at least 1",
        "inputShape[1] is -1; it must be an integer of at least 1",
        "units is -3; it must be an integer of at least 1",
        "activation is 42; it must be a member of Activation",
        "KernelL1 is -2; it must be a finite number of at least 0");

    [Fact]
    public void Values_at_the_edge_of_their_range_are_taken() => DiagnosticRun.Check(
        """
        [Model(1)]
        [Dense(1, KernelL1 = 0, KernelL2 = -0f, ActivityL2 = float.MaxValue)]
        [Dropout(0)]
        [BatchNormalization(Momentum = 0, Epsilon = float.Epsilon)]
        [Dropout(0.99999994f)]
        [Dense(1, (Activation)1, Name = null)]
        public sealed partial class Net;
        """);

    /// <summary>What is still being typed is the compiler's business alone.</summary>
    [Theory]
    [InlineData("{|CS7036:Dense|}")]
    [InlineData("Dense({|CS0103:Unknown|})")]
    [InlineData("Dense({|CS1503:0.5|})")]
    [InlineData("Dense(1, Activation.{|CS0117:Relu|})")]
    [InlineData("Dense(1, KernelL2 = {|CS0664:0.5|})")]
    [InlineData("Dropout({|CS1503:0.5|})")]
    [InlineData("{|CS7036:Activate|}")]
    [InlineData("BatchNormalization(Momentum = {|CS0664:0.9|})")]
    public void What_the_compiler_refuses_is_not_refused_again(string attribute) => DiagnosticRun.Check(
        $$"""
        [Model(2)]
        [{{attribute}}]
        [Dense(1, Name = "Output")]
        public sealed partial class Net;
        """);
}
