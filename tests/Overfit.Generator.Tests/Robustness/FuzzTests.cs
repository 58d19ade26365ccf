using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Overfit.Generator.Tests.Robustness;

/// <summary>Sources broken at random: the generator never throws, and adds no error of the compiler's to a source without.</summary>
public sealed class FuzzTests
{
    /// <summary>Models whose sources compile without the generator, so that an error behind it is the generator's.</summary>
    private static readonly string[] Models =
    [
        Sources.Plain,
        Sources.Normalized,
        """
        [Model(5)]
        [Dropout(0.1f, Name = "Noise")]
        [Activate(Activation.Tanh)]
        [Dense(12, Activation.LeakyReLU, Name = "hidden", KernelInitializer = Initializer.HeNormal, KernelL1 = 0.01f, ActivityL2 = 0.02f)]
        [Dense(11, Activation.ELU, UseBias = false, KernelInitializer = Initializer.Orthogonal, BiasL2 = 1e-5f)]
        [BatchNormalization(Momentum = 0.9f, Epsilon = 0.01f)]
        [Activate(Activation.GELU)]
        [BatchNormalization(Center = false, Scale = false, Name = "Whitened")]
        [Dense(3, Activation.Softmax, Name = "Classes")]
        internal sealed partial class Everything;
        """,
        """
        namespace N
        {
            partial interface IOuter
            {
                [Model(4), Dense(8, Activation.Tanh, Name = "hidden"), Dropout(0.5f)]
                [Dense(3, Activation.Softmax)]
                partial class M { public int Width => 3; }
            }
        }

        partial class M
        {
            [Dense(1)] [Model(inputShape: 1)]
            partial class m : Base;

            [Dense(2)]
            partial class M_ : Base { private int Dense1 => 1; }

            [Model(2)]
            partial class M_;
        }

        class Base { public int Inherited => 1; }
        """,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void BrokenSourcesNeverBreakTheGenerator(int seed)
    {
        const int Mutations = 1500;
        Random random = new(seed);
        GeneratorRun empty = GeneratorRun.Of("");
        int clean = 0, reported = 0;
        for (int mutation = 0; mutation < Mutations; mutation++)
        {
            string source = Mutation.Of(Models[mutation % Models.Length], random);
            GeneratorRun run = empty.Edit(0, source);
            Assert.True(run.Result.Exception is null, $"Mutation {mutation}: {run.Result.Exception}\n{source}");
            Assert.All(run.Result.GeneratedSources, emitted => Assert.Empty(emitted.SyntaxTree.GetDiagnostics()));
            reported += run.Result.Diagnostics.IsEmpty ? 0 : 1;
            if (!HasErrors(run.Input))
            {
                // Compiling what was emitted takes most of the time: every third is.
                clean++;
                Assert.True(clean % 3 != 0 || !HasErrors(run.Output), $"Mutation {mutation}: {string.Join('\n', Errors(run.Output))}\n{source}");
            }
        }

        // The mutations would prove little if none of them were harmless, or all.
        Assert.InRange(clean, Mutations / 20, Mutations * 19 / 20);
        Assert.InRange(reported, Mutations / 20, Mutations * 19 / 20);
    }

    [Fact]
    public void TheSourcesAreFree()
    {
        // Only the last one has a mistake: a model without layers, which stand on another declaration.
        GeneratorRun run = GeneratorRun.Of(Models);
        Assert.Empty(Errors(run.Input));
        Assert.Empty(Errors(run.Output));
        Assert.All(run.Result.Diagnostics, diagnostic => Assert.Equal("OVF1005", diagnostic.Id));
    }

    [Fact]
    public void ClassesThatDifferInCaseAloneAreBothEmitted()
    {
        GeneratorRun run = GeneratorRun.Of(
            """
            namespace A { [Model(1)] [Dense(1)] internal sealed partial class Line; [Model(1)] [Dense(1)] internal sealed partial class LINE; }
            namespace a { [Model(1)] [Dense(1)] internal sealed partial class Line; }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(3, run.Result.GeneratedSources.Length);
    }

    /// <summary>Errors of syntax are found without binding, and are the most.</summary>
    private static bool HasErrors(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => tree.GetDiagnostics().Any(IsError)) || Errors(compilation).Any();

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) => compilation.GetDiagnostics().Where(IsError);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
