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

    [Fact]
    public void Where_the_compiler_refuses_the_attribute_nothing_is_added() => DiagnosticRun.Check(
        "[{|CS0592:Model|}(1)] [{|CS0592:Dense|}(1)] public partial interface INet;");
}
