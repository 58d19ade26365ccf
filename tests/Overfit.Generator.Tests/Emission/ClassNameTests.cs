namespace Overfit.Generator.Tests.Emission;

/// <summary>Whatever a class and what is around it are called, emitted code declares the same.</summary>
public sealed class ClassNameTests
{
    [Theory]
    [InlineData("@class")]
    [InlineData("@file")]
    [InlineData("@required")]
    [InlineData("@scoped")]
    [InlineData("@record")]
    [InlineData("@small")]
    [InlineData("@var")]
    [InlineData("@await")]
    [InlineData("Dense")]
    [InlineData("Block")]
    [InlineData("Workspace")]
    [InlineData("Overfit")]
    [InlineData("System")]
    [InlineData("Span")]
    [InlineData("\u00e9t\u00e9")]
    public void EmittedCodeCompiles(string name)
    {
        string model = $"[Model(2), Dense(3, Activation.Tanh), BatchNormalization, Dropout(0.5f), Dense(1)] internal sealed partial class {name}";
        Assert.Empty(GeneratorRun.Of($"namespace M {{ {model}; }}").Diagnostics);
        Assert.Empty(GeneratorRun.Of($"namespace N.{name} {{ {model}; }}").Diagnostics);
        Assert.Empty(GeneratorRun.Of($"namespace M {{ internal static partial class {name} {{ [Model(2), Dense(1)] internal sealed partial class Inner; }} }}").Diagnostics);
        Assert.Empty(GeneratorRun.Of($"internal partial interface I {{ {model}; }} internal partial record struct R {{ {model}; }}").Diagnostics);
    }
}
