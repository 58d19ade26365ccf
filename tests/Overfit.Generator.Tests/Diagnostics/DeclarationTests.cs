namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>OVF1001 to OVF1003: what kind of type a model is.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void A_class_that_is_not_partial_is_refused() => DiagnosticRun.Check(
        """
        [Model(1)]
        [Dense(1)]
        public sealed class {|OVF1001:Net|};
        """,
        "Class 'Net' has [Model] but is not partial; write 'partial class Net'");

    [Fact]
    public void A_type_around_a_model_that_is_not_partial_is_refused() => DiagnosticRun.Check(
        """
        public partial class Outermost
        {
            public static class Outer
            {
                [Model(1)]
                [Dense(1)]
                public sealed partial class {|OVF1002:Net|};
            }
        }
        """,
        "Model 'Net' stands inside 'Outer', which is not partial; make 'Outer' partial");

    [Theory]
    [InlineData("partial record Net;", "a record; write 'partial class Net'")]
    [InlineData("partial record struct Net;", "a record struct; write 'partial class Net'")]
    [InlineData("partial struct Net;", "a struct; write 'partial class Net'")]
    [InlineData("ref partial struct Net;", "a struct; write 'partial class Net'")]
    [InlineData("struct Net;", "a struct; write 'partial class Net'")]
    [InlineData("static partial class Net;", "static, but models are instances; remove 'static'")]
    [InlineData("abstract partial class Net;", "abstract, but models are instances; remove 'abstract'")]
    [InlineData("partial class Net<T>;", "generic, but its layers are fixed; remove the type parameters")]
    [InlineData("file partial class Net;", "local to its file, where generated code cannot reach it; remove 'file'")]
    public void A_type_that_is_not_a_plain_class_is_refused(string declaration, string reason) => DiagnosticRun.Check(
        "[Model(1)] [Dense(1)] " + declaration.Replace("Net", "{|OVF1003:Net|}", StringComparison.Ordinal),
        $"Model 'Net' is {reason}");

    [Fact]
    public void A_class_inside_a_generic_type_is_refused() => DiagnosticRun.Check(
        """
        public partial class Outer<T>
        {
            [Model(1)]
            [Dense(1)]
            public sealed partial class {|OVF1003:Net|};
        }
        """,
        "Model 'Net' is inside the generic type 'Outer', but its layers are fixed; move it out of 'Outer'");

    [Fact]
    public void A_class_inside_a_type_local_to_its_file_is_refused() => DiagnosticRun.Check(
        """
        file partial class Outer
        {
            [Model(1)]
            [Dense(1)]
            public sealed partial class {|OVF1003:Net|};
        }
        """,
        "Model 'Net' is inside 'Outer', which is local to its file, where generated code cannot reach it; remove 'file' from 'Outer'");

    [Theory]
    [InlineData("(string name) { public string Name => name; }", "has a primary constructor; declare an ordinary one that calls this(seed)")]
    [InlineData("(int seed) { public int Seed => seed; }", "has a primary constructor; declare an ordinary one that calls this(seed)")]
    [InlineData("();", "has a primary constructor; declare an ordinary one that calls this(seed)")]
    [InlineData(": Base { public Net(string name) : base(name) { } }", "is derived from 'Base', which has no constructor without parameters; add one to 'Base'")]
    [InlineData("{ public required string Path { get; init; } }", "has a required member 'Path', which no emitted code sets; remove 'required'")]
    [InlineData(": Record;", "has a required member 'Path', which no emitted code sets; remove 'required'")]
    public void A_class_whose_instances_need_more_than_a_seed_is_refused(string rest, string reason) => DiagnosticRun.Check(
        $$"""
        [Model(1)] [Dense(1)] public partial class {|OVF1003:Net|}{{rest}}

        public class Base(string name) { public string Name => name; }

        public class Record { public required string Path; }
        """,
        $"Model 'Net' {reason}");

    [Fact]
    public void A_model_derived_from_a_model_is_refused() => DiagnosticRun.Check(
        """
        [Model(1)]
        [Dense(1)]
        public partial class Base
        {
            public Base(string path)
                : this(seed: 1) => Path = path;

            public string Path { get; } = "";
        }

        public class Between : Base;

        [Model(1)]
        [Dense(1)]
        public partial class {|OVF1003:Far|} : Between;

        [Model(1)]
        [Dense(1)]
        public partial class {|OVF1003:Near|} : Base;
        """,
        "Model 'Far' is derived from the model 'Base', but has layers of its own; derive it from another class or none",
        "Model 'Near' is derived from the model 'Base', but has layers of its own; derive it from another class or none");

    [Fact]
    public void Bases_that_are_made_from_nothing_are_welcome() => Assert.Empty(GeneratorRun.Of(
        """
        [Model(1)] [Dense(1)] internal sealed partial class First : Plain;

        [Model(1)] [Dense(1)] internal sealed partial class Second : Optional;

        internal abstract class Plain;

        internal class Optional { protected Optional(string name = "", params int[] sizes) => Name = name + sizes.Length; public string Name { get; } }
        """).Diagnostics);

    [Theory]
    [InlineData("Description")]
    [InlineData("Layers")]
    [InlineData("Parameters")]
    [InlineData("WorkspaceLayout")]
    public void A_class_called_as_a_member_of_every_model_is_refused(string name) => DiagnosticRun.Check(
        $"[Model(1)] [Dense(1)] public partial class {{|OVF1003:{name}|}};",
        $"Model '{name}' has the name of a member that every model has; give the class another name");

    [Fact]
    public void Where_the_base_is_wrong_the_compiler_says_so() => DiagnosticRun.Check(
        "[Model(1)] [Dense(1)] public partial class Net : {|CS0246:Missing|};");

    [Fact]
    public void Where_the_compiler_refuses_the_attribute_nothing_is_added() => DiagnosticRun.Check(
        "[{|CS0592:Model|}(1)] [{|CS0592:Dense|}(1)] public partial interface INet;");
}
