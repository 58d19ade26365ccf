namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF2001 and OVF2002: shapes that layers cannot take, and sizes that memory cannot.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("[Model(28, 28, 1)] [{|OVF2001:Dense(1)|}]", "Layer 1 \"Dense\" receives [28 x 28 x 1]; Dense needs a vector. Declare the input as [Model(784)].")]
    [InlineData("[Model(2, 3)] [{|OVF2001:BatchNormalization|}]", "Layer 1 \"BatchNormalization\" receives [2 x 3]; BatchNormalization needs a vector. Declare the input as [Model(6)].")]
    [InlineData("[Model(2, 3)] [{|OVF2001:Activate(Activation.Softmax)|}] [Dense(1)]", "Layer 1 \"Activate\" receives [2 x 3]; Softmax needs a vector. Declare the input as [Model(6)].")]
    [InlineData("[Model(2, 3)] [Dropout(0.5f)] [Activate(Activation.Tanh)] [{|OVF2001:Dense(1)|}] [Dense(1)]", "Layer 3 \"Dense\" receives [2 x 3]; Dense needs a vector. Declare the input as [Model(6)].")]
    public void A_layer_that_needs_a_vector_refuses_more_dimensions(string attributes, string message) =>
        DiagnosticRun.Check(attributes + " public sealed partial class Net;", message);

    [Theory]
    [InlineData("[Model(65536)] [{|OVF2002:Dense(65536)|}]", "Layer 1 \"Dense\" brings the model")]
    [InlineData("[Model(2147418112)] [{|OVF2002:Dense(2147483647)|}]", "Layer 1 \"Dense\" brings the model")]
    [InlineData("[Model(1)] [{|OVF2002:Dense(2147483647)|}]", "Layer 1 \"Dense\" brings the model")]
    [InlineData("[Model(32768)] [Dense(32767)] [{|OVF2002:Dense(32768)|}]", "Layer 2 \"Dense\" brings the model")]
    [InlineData("[Model(1)] [Dense(1000000000, UseBias = false)] [{|OVF2002:Dropout(0.5f)|}] [Dense(1)]", "Layer 2 \"Dropout\" brings the model")]
    [InlineData("[{|OVF2002:Model(2147483647)|}] [Dense(1)]", "The input brings the model")]
    [InlineData("[{|OVF2002:Model(65536, 65536)|}] [Activate(Activation.ReLU)]", "The input brings the model")]
    [InlineData("[{|OVF2002:Model(65536, 65536)|}] [Dense(1)]", "The input brings the model")]
    [InlineData("[{|OVF2002:Model(2147483647, 2147483647, 2147483647, 2147483647)|}] [Dense(1)]", "The input brings the model")]
    public void A_model_that_memory_cannot_hold_is_refused(string attributes, string start) => DiagnosticRun.Check(
        attributes + " public sealed partial class Net;",
        start + " to more than 2147418112 floats, the most that one block holds; use fewer units or features");

    [Fact]
    public void The_largest_model_that_memory_can_hold_is_taken() => DiagnosticRun.Check(
        "[Model(2147418111)] [Dense(1)] public sealed partial class Net;");
}
