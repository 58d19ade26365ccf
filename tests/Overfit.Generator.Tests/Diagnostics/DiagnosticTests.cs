using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Overfit.Generator.Tests.Diagnostics;

/// <summary>
/// Each mistake shows one error, on exactly the marked text, with exactly these words. Whatever else the generator or the
/// compiler reports fails the test, so that one mistake shows one error.
/// </summary>
public sealed partial class DiagnosticTests
{
    [Theory]
    [InlineData("OVF1001", "[Model(1)] [Dense(1)] class {|A|};", "Class 'A' has [Model] but is not partial; write 'partial class A'")]
    [InlineData("OVF1002", "class Outer { [Model(1)] [Dense(1)] partial class {|A|}; }", "Model 'A' stands inside 'Outer', which is not partial; make 'Outer' partial")]
    [InlineData("OVF1004", "[{|Model(1)|}] partial class A;", "Model 'A' has no layers; add at least one, such as [Dense(1)], below [Model]")]
    [InlineData("OVF1005", "[Model(1)] [Dense(2)] partial class A; [{|Dense(1)|}] partial class A;", "This layer stands on another declaration of 'A' than [Model], so its place among the layers is undefined; move it below [Model]")]
    [InlineData("OVF1006", "[{|Dense(1)|}] partial class A;", "[Dense] has no effect on 'A', which has no [Model]; add [Model(features)] above the layers")]
    [InlineData("OVF1007", "[Model(1)] [Dense({|0|})] partial class A;", "units is 0; it must be an integer of at least 1")]
    [InlineData("OVF1007", "[Model(1)] [Dense(units: {|-1|})] partial class A;", "units is -1; it must be an integer of at least 1")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2, {|(Activation)42|})] partial class A;", "activation is 42; it must be a member of Activation")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2, KernelInitializer = {|(Initializer)99|})] partial class A;", "KernelInitializer is 99; it must be a member of Initializer")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2, KernelL2 = {|-0.5f|})] partial class A;", "KernelL2 is -0.5; it must be a finite number of at least 0")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2, BiasL1 = {|float.NaN|})] partial class A;", "BiasL1 is NaN; it must be a finite number of at least 0")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2, ActivityL2 = {|float.PositiveInfinity|})] partial class A;", "ActivityL2 is Infinity; it must be a finite number of at least 0")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2)] [Dropout({|1f|})] [Dense(1)] partial class A;", "rate is 1; it must be at least 0 and less than 1")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2)] [Dropout({|float.NaN|})] [Dense(1)] partial class A;", "rate is NaN; it must be at least 0 and less than 1")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2)] [BatchNormalization(Momentum = {|1f|})] partial class A;", "Momentum is 1; it must be at least 0 and less than 1")]
    [InlineData("OVF1007", "[Model(1)] [Dense(2)] [BatchNormalization(Epsilon = {|0f|})] partial class A;", "Epsilon is 0; it must be a finite number greater than 0")]
    [InlineData("OVF1007", "[Model({|0|})] [Dense(2)] partial class A;", "inputShape is 0; it must be an integer of at least 1")]
    [InlineData("OVF1007", "[{|Model()|}] [Dense(2)] partial class A;", "inputShape is empty; it must be the number of features of one input row, such as [Model(1)]")]
    [InlineData("OVF1008", "[Model(1)] [Dense(1, Name = {|\"1x\"|})] partial class A;", "Layer name '1x' is not an identifier; choose another C# identifier")]
    [InlineData("OVF1008", "[Model(1)] [Dense(1, Name = {|\"class\"|})] partial class A;", "Layer name 'class' is a keyword; choose another C# identifier")]
    [InlineData("OVF1008", "[Model(1)] [Dense(1, Name = {|\"Parameters\"|})] partial class A;", "Layer name 'Parameters' is the name of a member that every model has; choose another C# identifier")]
    [InlineData("OVF1008", "[Model(1)] [Dense(1, Name = {|\"A\"|})] partial class A;", "Layer name 'A' is the name of the class; choose another C# identifier")]
    [InlineData("OVF1008", "[Model(1)] [Dense(1, Name = {|\"Own\"|})] partial class A { public int Own => 1; }", "Layer name 'Own' is the name of another member of the class; choose another C# identifier")]
    [InlineData("OVF1009", "[Model(1)] [Dense(2, Name = \"X\")] [Dense(1, Name = {|\"X\"|})] partial class A;", "Layers 1 and 2 are both named 'X'; give one of them another Name")]
    [InlineData("OVF1009", "[Model(1)] [Dense(2)] [Dropout(0.1f, Name = {|\"Dense1\"|})] [Dense(1)] partial class A;", "Layers 1 and 2 are both named 'Dense1'; give one of them another Name")]
    [InlineData("OVF2001", "[Model(28, 28, 1)] [{|Dense(10)|}] partial class A;", "Layer 1 \"Dense\" receives [28 x 28 x 1]; Dense needs a vector. Declare the input as [Model(784)].")]
    [InlineData("OVF2002", "[Model(2000000000)] [{|Dense(2000000000)|}] partial class A;", "Layer 1 \"Dense\" brings the model to more than 2147418112 floats, the most that one block holds; use fewer units or features")]
    [InlineData("OVF3001", "[Model(4)] [Dense(3, Activation.Softmax)] [Activate({|Activation.ReLU|})] partial class A;", "Layer 2 applies ReLU to the probabilities of Softmax, which are no longer a distribution then; remove one of the two")]
    [InlineData("OVF3002", "[Model(4)] [Dense(3)] [{|Dropout(0.5f)|}] partial class A;", "Layer 2 \"Dropout\" is the last one, so training would drop outputs; move it in front of the last layer or remove it")]
    [InlineData("OVF3003", "[Model(4)] [Dense(1, {|Activation.Softmax|})] partial class A;", "Layer 1 \"Dense\" applies Softmax to one unit, which is always 1; use Sigmoid, or one unit for each class")]
    [InlineData("OVF3004", "[{|Model(3)|}] [Activate(Activation.ReLU)] partial class A;", "No layer of model 'A' has parameters; add one that has, such as [Dense(1)]")]
    public void OneMistakeShowsOneError(string id, string markup, string message)
    {
        Match mark = Mark().Match(markup);
        string source = Mark().Replace(markup, "$1");
        GeneratorRun run = GeneratorRun.Of(source);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage(null));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(mark.Groups[1].Value, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Equal(mark.Index, diagnostic.Location.SourceSpan.Start);
    }

    [Fact]
    public void CodeThatUsesAModelWithAnErrorShowsNoErrorsOfItsOwn()
    {
        GeneratorRun run = GeneratorRun.Of(
            """
            [Model(1)] [Dense(2, Name = "Hidden")] [Dense(-1)]
            internal partial class Broken;

            internal static class User
            {
                public static float[] Use()
                {
                    Broken model = new(seed: 1);
                    model.Hidden.KernelL2 = 1f;
                    model.Dense2.Kernel.Clear();
                    return new Trainer(new MeanSquaredError(), new Adam()).Fit(model, Dataset.From([1f], [1f])).Model == Broken.Description
                        ? model.Predict(1f)
                        : [];
                }
            }
            """);
        Assert.Equal("OVF1007", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("[Model(1), Dense(2), Dense(1)] partial class A;")]
    [InlineData("[global::Overfit.ModelAttribute(1)] [Overfit.Dense(2)] partial class @class;")]
    [InlineData("using D = Overfit.DenseAttribute; [Model(C.Width)] [D(C.Width * 2)] partial class A; static class C { public const int Width = 3; }")]
    [InlineData("partial interface I { [Model(1)] [Dense(1)] private protected partial class A; }")]
    [InlineData("partial record R { partial record struct S { [Model(1)] [Dense(1)] private partial class A; } }")]
    [InlineData("namespace N1 { [Model(1)] [Dense(1)] partial class A; } namespace N2 { [Model(1)] [Dense(1)] partial class A; }")]
    [InlineData("[Model(1)] [Dense(1)] sealed partial class A { public A(string other) : this(1) { } }")]
    [InlineData("[Model(1)] [Dense(4)] [Activate(Activation.ReLU)] [Dense(1, Activation.Sigmoid, ActivityL2 = 0.1f)] partial class A;")]
    public void WhatIsRightShowsNothing(string source) => Assert.Empty(GeneratorRun.Of(source).Diagnostics);

    [GeneratedRegex(@"\{\|(.*?)\|\}")]
    private static partial Regex Mark();
}
