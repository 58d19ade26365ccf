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
    public void One_mistake_shows_one_error(string attributes) => DiagnosticRun.CheckMarks(
        $$"""
        {{attributes}}
        public sealed partial class Net;

        public static class User
        {
            public static float[] Use()
            {
                Net model = new(seed: 1);
                model.Dense1.KernelL2 = 1f;
                model.Head.Kernel.Clear();
                Console.WriteLine($"{model.Layers.Count} {model.Parameters.Length} {Net.WorkspaceLayout}");
                var run = new Trainer(new MeanSquaredError(), new Adam()).Fit(model, Dataset.From([1f], [1f]));
                return run.Model == Net.Description ? model.Predict(1f) : [];
            }
        }
        """);
}
