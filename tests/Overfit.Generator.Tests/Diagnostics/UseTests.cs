namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>Code that uses a model with a mistake shows no errors of its own: the members are there all the same.</summary>
public sealed class UseTests
{
    [Theory]
    [InlineData("[{|OVF1007:Model()|}] [Dense(4)] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model({|OVF1007:0|})] [Dense(4)] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model(2)] [Dense({|OVF1007:0|})] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model(2)] [Dense(4)] [Dense(4, Name = {|OVF1008:\"class\"|})] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model(2)] [Dense(4)] [Dense(4, Name = {|OVF1008:\"Parameters\"|})] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model(2)] [Dense(4)] [Dense(4, Name = \"Head\")] [Dense(1, Name = {|OVF1009:\"Head\"|})]")]
    [InlineData("[Model(2, 3)] [{|OVF2001:Dense(4)|}] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model(65536)] [{|OVF2002:Dense(65536)|}] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model(2)] [Dense(4, Activation.Softmax)] [Activate({|OVF3001:Activation.ReLU|})] [Dense(1, Name = \"Head\")]")]
    [InlineData("[Model(2)] [Dense(4)] [Dense(1, Name = \"Head\")] [{|OVF3002:Dropout(0.5f)|}]")]
    [InlineData("[Model(2)] [Dense(4)] [Dense(1, {|OVF3003:Activation.Softmax|}, Name = \"Head\")]")]
    public void One_mistake_shows_one_error(string attributes) =>
        DiagnosticRun.CheckMarks($"{attributes} public sealed partial class Net; {Use("Net", "new(seed: 1)")}");

    [Theory]
    [InlineData("partial record {|OVF1003:Net|};")]
    [InlineData("abstract partial class {|OVF1003:Net|}; public class Made : Net;", "Net", "new Made()")]
    [InlineData("partial class {|OVF1003:Net|}<T, @in>;", "Net<int, string>")]
    [InlineData("partial class {|OVF1003:Net|}(string name) { public string Name => name; }", "Net", "new(\"first\")")]
    [InlineData("partial class {|OVF1003:Net|}(int seed) { public int Seed => seed; }")]
    [InlineData("partial record {|OVF1003:Net|}(string Name);", "Net", "new(\"first\")")]
    [InlineData("partial class {|OVF1003:Net|} : Named { public Net(string name) : base(name) { } }", "Net", "new(\"first\")")]
    [InlineData("partial class {|OVF1003:Net|} { public required string Path; }", "Net", "new(seed: 1) { Path = \"\" }")]
    [InlineData("partial class {|OVF1003:Net|} : Line;")]
    public void A_class_that_cannot_be_a_model_shows_one_error(string declaration, string type = "Net", string creation = "new(seed: 1)") =>
        DiagnosticRun.CheckMarks(
            $$"""
            [Model(1)] [Dense(4)] [Dense(1, Name = "Head")] public {{declaration}}

            [Model(1)] [Dense(4)] [Dense(1)] public partial class Line;

            public class Named(string name) { public string Name => name; }

            {{Use(type, creation)}}
            """);

    [Fact]
    public void A_class_inside_a_generic_type_shows_one_error() => DiagnosticRun.CheckMarks(
        $$"""
        public partial record Outer<T>
            where T : struct
        {
            public partial interface IInner<TOther>
            {
                [Model(1)] [Dense(4)] [Dense(1, Name = "Head")] public partial class {|OVF1003:Net|};
            }
        }

        {{Use("Outer<int>.IInner<string>.Net", "new(seed: 1)")}}
        """);

    [Fact]
    public void A_class_called_as_a_member_of_every_model_shows_one_error() => DiagnosticRun.CheckMarks(
        """
        [Model(1)] [Dense(1)] public partial class {|OVF1003:Layers|};

        public static class User
        {
            public static TrainingRun Use() => new Trainer(new MeanSquaredError(), new Adam()).Fit(new Layers(seed: 1), Dataset.From([1f], [1f]));
        }
        """);

    private static string Use(string type, string creation) =>
        $$"""
        public static class User
        {
            public static float[] Use()
            {
                {{type}} model = {{creation}};
                model.Dense1.KernelL2 = 1f;
                model.Head.Kernel.Clear();
                Console.WriteLine($"{model.Layers.Count} {model.Parameters.Length} {{{type}}.WorkspaceLayout}");
                var run = new Trainer(new MeanSquaredError(), new Adam()).Fit(model, Dataset.From([1f], [1f]));
                return run.Model == {{type}}.Description ? model.Predict(1f) : [];
            }
        }
        """;
}
