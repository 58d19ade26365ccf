namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF1010: what is emitted for every model must be free.</summary>
public sealed class MemberTests
{
    [Theory]
    [InlineData("public int Parameters => 2;", "Parameters")]
    [InlineData("public const int Layers = 2;", "Layers")]
    [InlineData("public static string Description() => \"\";", "Description")]
    [InlineData("private sealed class WorkspaceLayout;", "WorkspaceLayout")]
    [InlineData("public Net(int seed) { }", "Net(int)")]
    public void A_member_that_is_emitted_is_refused(string member, string taken) => DiagnosticRun.Check(
        $$"""
        [Model(2)]
        [Dense(1)]
        public sealed partial class {|OVF1010:Net|}
        {
            {{member}}
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
