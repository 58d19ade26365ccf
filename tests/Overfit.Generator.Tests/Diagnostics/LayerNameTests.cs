namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF1008 and OVF1009: names of layers become members.</summary>
public sealed class LayerNameTests
{
    private const string EveryModel = "is the name of a member that every model has";

    [Theory]
    [InlineData("1x", "is not an identifier")]
    [InlineData("", "is not an identifier")]
    [InlineData("two words", "is not an identifier")]
    [InlineData("@class", "is not an identifier")]
    [InlineData("class", "is a keyword")]
    [InlineData("int", "is a keyword")]
    [InlineData("Parameters", EveryModel)]
    [InlineData("Layers", EveryModel)]
    [InlineData("Description", EveryModel)]
    [InlineData("WorkspaceLayout", EveryModel)]
    [InlineData("Forward", EveryModel)]
    [InlineData("GetType", EveryModel)]
    [InlineData("ToString", EveryModel)]
    [InlineData("seed", "is the name of the constructor's parameter")]
    [InlineData("Net", "is the name of the class")]
    [InlineData("Rate", "is the name of another member of the class")]
    [InlineData("Nested", "is the name of another member of the class")]
    [InlineData("Count", "is the name of another member of the class")]
    public void A_name_that_no_member_can_have_is_refused(string name, string reason) => DiagnosticRun.Check(
        $$"""
        [Model(2)]
        [Dense(4)]
        [Dense(1, Name = {|OVF1008:"{{name}}"|})]
        public sealed partial class Net : Base
        {
            public double Rate { get; set; }

            public sealed class Nested;
        }

        public class Base
        {
            public int Count { get; set; }
        }
        """,
        $"Layer name '{name}' {reason}; choose another C# identifier");

    [Fact]
    public void A_default_name_that_is_taken_by_a_member_is_refused() => DiagnosticRun.Check(
        """
        [Model(2)]
        [{|OVF1008:Dense(1)|}]
        public sealed partial class Net
        {
            public int Dense1 { get; set; }
        }
        """,
        "Layer name 'Dense1' is the name of another member of the class; give the layer a Name, or rename the member");

    [Fact]
    public void A_default_name_that_is_the_class_name_is_refused() => DiagnosticRun.Check(
        """
        [Model(2)]
        [{|OVF1008:Dense(1)|}]
        public sealed partial class Dense1;
        """,
        "Layer name 'Dense1' is the name of the class; give the layer a Name, or rename the class");

    [Fact]
    public void A_name_given_twice_is_refused_where_it_is_given_again() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(4, Name = "Head")]
        [Dense(4)]
        [Dense(1, Name = {|OVF1009:"Head"|})]
        public sealed partial class Net;
        """,
        "Layers 1 and 3 are both named 'Head'; give one of them another Name");

    [Fact]
    public void A_given_name_that_an_earlier_layer_has_by_default_is_refused() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(4)]
        [Dense(1, Name = {|OVF1009:"Dense1"|})]
        public sealed partial class Net;
        """,
        "Layers 1 and 2 are both named 'Dense1'; give one of them another Name");

    [Fact]
    public void A_given_name_that_a_later_layer_has_by_default_is_refused() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(4, Name = "Dense2")]
        [{|OVF1009:Dense(1)|}]
        public sealed partial class Net;
        """,
        "Layers 1 and 2 are both named 'Dense2'; give one of them another Name");

    [Fact]
    public void Three_of_one_name_are_two_mistakes() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(4, Name = "Head")]
        [Dense(4, Name = {|OVF1009:"Head"|})]
        [Dense(1, Name = {|OVF1009:"Head"|})]
        public sealed partial class Net;
        """,
        "Layers 1 and 2 are both named 'Head'; give one of them another Name",
        "Layers 1 and 3 are both named 'Head'; give one of them another Name");

    [Fact]
    public void Two_layers_with_one_impossible_name_are_not_called_duplicates_too() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(4, Name = {|OVF1008:"class"|})]
        [Dense(1, Name = {|OVF1008:"class"|})]
        public sealed partial class Net;
        """,
        "Layer name 'class' is a keyword; choose another C# identifier",
        "Layer name 'class' is a keyword; choose another C# identifier");

    [Theory]
    [InlineData("record")]
    [InlineData("field")]
    [InlineData("value")]
    [InlineData("var")]
    [InlineData("await")]
    [InlineData("required")]
    [InlineData("_")]
    [InlineData("Ebene\u00e4")]
    [InlineData("inputs")]
    [InlineData("workspace")]
    [InlineData("random")]
    [InlineData("model")]
    [InlineData("dense1")]
    [InlineData("Dense1Output")]
    [InlineData("Dense1OutputGradient")]
    [InlineData("Class")]
    [InlineData("Span")]
    [InlineData("DenseLayer")]
    [InlineData("DenseKernel")]
    [InlineData("NetPasses")]
    [InlineData("Overfit")]
    [InlineData("System")]
    public void Every_other_identifier_is_taken(string name) => DiagnosticRun.Check(
        $$"""
        [Model(2)]
        [Dense(4, Activation.GELU)]
        [Dropout(0.5f)]
        [Dense(1, Activation.Sigmoid, KernelL2 = 0.1f, Name = "{{name}}")]
        public sealed partial class Net;
        """);
}
