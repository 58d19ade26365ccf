namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF1010: what is emitted for every model must be free.</summary>
public sealed class MemberTests
{
    [Theory]
    [InlineData("public int {|OVF1010:Parameters|} => 2;", "Parameters")]
    [InlineData("public const int {|OVF1010:Layers|} = 2;", "Layers")]
    [InlineData("public static string {|OVF1010:Description|}() => \"\";", "Description")]
    [InlineData("private sealed class {|OVF1010:WorkspaceLayout|};", "WorkspaceLayout")]
    [InlineData("public {|OVF1010:Net|}(int seed) { }", "Net(int)")]
    public void A_member_that_is_emitted_is_refused(string member, string taken) => DiagnosticRun.Check(
        $$"""
        [Model(2)]
        [Dense(1)]
        public sealed partial class Net
        {
            {{member}}

            public static TrainingRun Train(Dataset data) => new Trainer(new MeanSquaredError(), new Adam()).Fit(new Net(1), data);
        }
        """,
        $"Model 'Net' has a member '{taken}', which is emitted for every model; rename or remove it");

    [Fact]
    public void An_inherited_member_is_refused() => DiagnosticRun.Check(
        """
        [Model(2)]
        [Dense(1)]
        public sealed partial class {|OVF1010:Net|} : Base;

        public class Base
        {
            public int Parameters { get; set; }
        }
        """,
        "Model 'Net' has a member 'Parameters', which is emitted for every model; rename or remove it");

    [Fact]
    public void Members_and_constructors_of_its_own_are_welcome() => Assert.Empty(GeneratorRun.Of(
        """
        [Model(2)]
        [Dense(1)]
        internal sealed partial class Net
        {
            public Net(string path)
                : this(seed: 1) => Path = path;

            public string Path { get; } = "";

            public int ParameterCount => Parameters.Length;
        }
        """).Diagnostics);
}
