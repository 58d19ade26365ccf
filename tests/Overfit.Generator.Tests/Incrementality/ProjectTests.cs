using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Overfit.Generator.Tests.Incrementality;

/// <summary>An edit that cannot matter is not looked into; one that does is never missed, wherever it is made.</summary>
public sealed class ProjectTests
{
    private static readonly string[] Files = EditedProject.Files;

    [Theory]
    [InlineData("return 1;", "return Count + In;")]
    [InlineData("return 1;", "")]
    [InlineData("return 1;", "const int In = 3; return In;")]
    [InlineData("Total => 1", "Total => In")]
    [InlineData("Count = 1", "Count = In + 1")]
    [InlineData("class Sizes", "// A comment.\n\n/// <summary>Numbers.</summary>\nclass Sizes")]
    public void EditsOfBodiesElsewhereAreNotLookedInto(string from, string to)
    {
        GeneratorRun run = Edit(1, from, to);
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(run, ModelGenerator.ProjectStep));
        foreach (string step in (string[])[ModelGenerator.ReadingStep, ModelGenerator.LoweringStep, ModelGenerator.ProblemsStep])
        {
            Assert.NotEmpty(Reasons(run, step));
            Assert.All(Reasons(run, step), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
    }

    [Theory]
    [InlineData(1, "In = 2", "In = 3")]
    [InlineData(1, "Large = 8", "Large = 9")]
    [InlineData(1, "Activation.Tanh", "Activation.ReLU")]
    [InlineData(1, "{Prefix}Hidden", "{Prefix}Wide")]
    [InlineData(1, "        \"\"\",", "       \"\"\",")]
    [InlineData(1, "nameof(M)", "nameof(Base)")]
    [InlineData(1, "nameof(M)", "@nameof(M)")]
    [InlineData(1, "class Sizes", "#if NEVER\nclass Sizes")]
    [InlineData(1, "enum Size", "enum Activation; enum Size")]
    [InlineData(1, "enum Size", "class ERRONEOUS; enum Size")]
    [InlineData(1, "enum Size", "[Model(1)] [Dense(1)] partial class Another; enum Size")]
    [InlineData(1, "enum Size", "[Dense(1)] class Free; enum Size")]
    [InlineData(2, "Base()", "Base(int number)")]
    [InlineData(2, "{ }", "{ } public required int Number { get; set; }")]
    [InlineData(2, "class Base", "[Model(1)] [Dense(1)] partial class Base")]
    [InlineData(2, "{ }", "{ } public int Layers => 1;")]
    [InlineData(3, "[Model", "\n[Model")]
    [InlineData(4, "partial", "\n\npartial")]
    [InlineData(4, "public", "/* A constructor. */ public")]
    [InlineData(4, "string text", "int number")]
    [InlineData(4, "{ }", ": this(1) { }")]
    [InlineData(4, "partial class", "class")]
    [InlineData(5, "class Orphan", "\nclass Orphan")]
    [InlineData(5, "[Dense(1)]", "[Obsolete, Dense(1)]")]
    [InlineData(5, "[Dense(1)]", "[Model(1), Dense(1)]")]
    public void EditsThatMatterAreSeen(int file, string from, string to) => MattersAndIsSeen(GeneratorRun.Of(Files), Edit(file, from, to));

    /// <summary>Types that the compiler merges in spite of the mistake, and says so.</summary>
    [Fact]
    public void MovesInAPartThatIsNotPartialAreSeen()
    {
        GeneratorRun before = GeneratorRun.Of("[Model(1)] [Dense(1)] partial class M;", "class M { M(string text) { } }");
        Assert.NotEmpty(before.Result.Diagnostics);
        MattersAndIsSeen(before, before.Edit(1, "\nclass M { M(string text) { } }"));
    }

    [Theory]
    [InlineData("using L = Overfit.DenseAttribute; [M(1)] [L(1)] partial class Aliased;", "global using M = Overfit.ModelAttribute;")]
    [InlineData("[M(1)] [Dense(1)] partial class Aliased;", "global using M = Overfit.ModelAttribute;")]
    [InlineData("[M] partial class Aliased;", "global using M = Overfit.DropoutAttribute;")]
    public void AliasesAreUnderstoodAndFollowed(string source, string aliases)
    {
        GeneratorRun before = GeneratorRun.Of(source, aliases);
        Assert.NotEmpty(before.Said);
        MattersAndIsSeen(before, before.Edit(1, aliases.Replace("global", "", StringComparison.Ordinal)));
        MattersAndIsSeen(before, before.Edit(1, aliases.Replace("M =", "N =", StringComparison.Ordinal)));
        MattersAndIsSeen(before, before.Edit(1, "global using M = System.ObsoleteAttribute;"));
    }

    public static TheoryData<string, Func<CSharpCompilation, CSharpCompilation>> OtherEdits => new()
    {
        { "tree added", static project => project.AddSyntaxTrees(GeneratorRun.Parse("[Model(1)] [Dense(1)] partial class Added;", "Added.cs")) },
        { "tree removed", static project => project.RemoveSyntaxTrees(project.SyntaxTrees[2]) },
        { "file renamed", static project => project.ReplaceSyntaxTree(project.SyntaxTrees[4], project.SyntaxTrees[4].WithFilePath("Renamed.cs")) },
        { "symbol defined", static project => WithParseOptions(project, static options => options.WithPreprocessorSymbols("FAST")) },
        { "reference removed", static project => project.RemoveReferences(project.References.Where(static reference =>
            reference.Display!.EndsWith("Overfit.Runtime.dll", StringComparison.Ordinal))) },
    };

    [Theory]
    [MemberData(nameof(OtherEdits))]
    public void EditsOfTheProjectAreSeen(string what, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        GeneratorRun before = GeneratorRun.Of([.. Files, "#if FAST\n[Model(1)] [Dense(1)] partial class Fast;\n#endif"]);
        Assert.True(before.Result.Diagnostics.Length > 1, $"What could be {what} is not there.");
        MattersAndIsSeen(before, before.Rerun(edit));
    }

    [Fact]
    public void OptionsAndNamesCountAsChanges()
    {
        GeneratorRun run = GeneratorRun.Of(Files);
        foreach (Func<CSharpCompilation, CSharpCompilation> edit in (Func<CSharpCompilation, CSharpCompilation>[])
            [
                static project => project.WithOptions(project.Options.WithNullableContextOptions(NullableContextOptions.Disable)),
                static project => project.WithAssemblyName("Renamed"),
                static project => project.ReplaceSyntaxTree(project.SyntaxTrees[2], project.SyntaxTrees[2].WithFilePath("Renamed.cs")),
                static project => project.AddSyntaxTrees(GeneratorRun.Parse("", "Empty.cs")),
            ])
        {
            Assert.Equal([IncrementalStepRunReason.Modified], Reasons(run.Rerun(edit), ModelGenerator.ProjectStep));
        }
    }

    private static CSharpCompilation WithParseOptions(CSharpCompilation project, Func<CSharpParseOptions, CSharpParseOptions> change) =>
        project.RemoveAllSyntaxTrees().AddSyntaxTrees(project.SyntaxTrees.Select(tree =>
            CSharpSyntaxTree.ParseText(tree.GetText(), change((CSharpParseOptions)tree.Options), tree.FilePath)));

    private static GeneratorRun Edit(int file, string from, string to)
    {
        string edited = Files[file].Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Files[file], edited);
        return GeneratorRun.Of(Files).Edit(file, edited);
    }

    /// <summary>The edit matters, and what is said after it is what a driver says that knows of nothing.</summary>
    private static void MattersAndIsSeen(GeneratorRun before, GeneratorRun after)
    {
        string[] said = after.Afresh().Said;
        Assert.NotEqual(before.Said, said);
        Assert.Equal(said, after.Said);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason);
}
