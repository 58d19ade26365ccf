namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF1011: every constructor comes to the emitted one, which makes the layers.</summary>
public sealed class ConstructorTests
{
    [Theory]
    [InlineData("public {|OVF1011:Net|}() { }", "Net()")]
    [InlineData("public {|OVF1011:Net|}(string path) { }", "Net(string)")]
    [InlineData("public {|OVF1011:Net|}(string path) => Console.WriteLine(path);", "Net(string)")]
    [InlineData("public {|OVF1011:Net|}(List<int> first, long second) : base() { }", "Net(List<int>, long)")]
    [InlineData("private {|OVF1011:Net|}(Net other) { }", "Net(Net)")]
    [InlineData("public Net(string path) : this(1L) { } private {|OVF1011:Net|}(long number) { }", "Net(long)")]
    public void A_constructor_that_makes_no_layers_is_refused(string constructor, string signature) => DiagnosticRun.Check(
        $$"""
        [Model(2)]
        [Dense(1)]
        public partial class Net
        {
            {{constructor}}

            public static TrainingRun Train(Dataset data) => new Trainer(new MeanSquaredError(), new Adam()).Fit(new Net(seed: 1), data);
        }
        """,
        $"Constructor '{signature}' makes no layers; have it call the emitted one that does, such as ': this(seed: 0)'");

    [Fact]
    public void Each_of_two_is_refused() => DiagnosticRun.CheckMarks(
        """
        [Model(2)]
        [Dense(1)]
        public partial class Net
        {
            public {|OVF1011:Net|}() { }

            public {|OVF1011:Net|}(string path) { }
        }
        """);

    [Theory]
    [InlineData("public Net(string path) : this(seed: 1) { }")]
    [InlineData("public Net(string path) : this(1L) { } private Net(long number) : this((int)number) { }")]
    [InlineData("static Net() { }")]
    public void A_constructor_that_comes_to_the_emitted_one_is_welcome(string constructor) => DiagnosticRun.Check(
        $$"""
        [Model(2)]
        [Dense(1)]
        public partial class Net
        {
            {{constructor}}
        }
        """);
}
