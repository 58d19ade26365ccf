using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Overfit.Generator.Tests.Incrementality;

/// <summary>An edit that cannot matter is not looked into; one that does is never missed, wherever it is made.</summary>
public sealed class ProjectTests
{
    private static readonly string[] Files = EditedProject.Files;

    [Theory]
    [InlineData("class Sizes", "return 1;", "return Count + In;")]
    [InlineData("class Sizes", "return 1;", "")]
    [InlineData("class Sizes", "return 1;", "const int In = 3; return In;")]
    [InlineData("class Sizes", "Total => 1", "Total => In")]
    [InlineData("class Sizes", "Count = 1", "Count = In + 1")]
    [InlineData("class Sizes", "class Sizes", "// A comment.\n\n/// <summary>Numbers.</summary>\nclass Sizes")]
    [InlineData("class Service", "return sum", "return 2 * sum")]
    [InlineData("class Service", "Rows = 3", "Rows = 4")]
    [InlineData("class Service", "Total(double", "Sum(float")]
    [InlineData("class Service", "class Service", "class Other; partial class Service : Other")]
    [InlineData("class Service", "class Service", "[Obsolete] interface IOther; [Serializable] partial class Renamed")]
    [InlineData("class Service", "delegate void Handler", "record Point; delegate int Listener")]
    [InlineData("class Service", "Small = 4", "Small = 5, Large = 6")]
    [InlineData("class Service", "using System.Text;", "using System.Linq; using static System.Math; [assembly: CLSCompliant(false)]")]
    [InlineData("class Service", "class Service", "class { class Service")]
    public void EditsThatCannotMatterAreNotLookedInto(string file, string from, string to)
    {
        GeneratorRun run = Edit(file, from, to);
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(run, ModelGenerator.ProjectStep));
        foreach (string step in (string[])[ModelGenerator.ReadingStep, ModelGenerator.LoweringStep, ModelGenerator.ProblemsStep])
        {
            Assert.NotEmpty(Reasons(run, step));
            Assert.All(Reasons(run, step), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        Assert.Equal(run.Afresh().Said, run.Said);
    }

    [Theory]
    [InlineData("class Sizes", "In = 2", "In = 3")]
    [InlineData("enum Size", "Large = 8", "Large = 9")]
    [InlineData("class Sizes", "Activation.Tanh", "Activation.ReLU")]
    [InlineData("class Sizes", "{Prefix}Hidden", "{Prefix}Wide")]
    [InlineData("class Sizes", "        \"\"\",", "       \"\"\",")]
    [InlineData("class Sizes", "nameof(M)", "nameof(Base)")]
    [InlineData("class Sizes", "nameof(M)", "@nameof(M)")]
    [InlineData("class Sizes", "class Sizes", "#if NEVER\nclass Sizes")]
    [InlineData("class Far", "Distant = 3", "Distant = 4")]
    [InlineData("class Far", "class Far", "class Gone")]
    [InlineData("global using static", "static Far", "static System.Math")]
    [InlineData("global using static", "DenseAttribute", "DropoutAttribute")]
    [InlineData("class Base", "Base()", "Base(int number)")]
    [InlineData("class Base", "{ }", "{ } public required int Number { get; set; }")]
    [InlineData("class Base", "class Base", "[Model(1)] [Dense(1)] partial class Base")]
    [InlineData("class Base", "{ }", "{ } public int Layers => 1;")]
    [InlineData("class Root", "Root", "Root { public int Layers => 1; }")]
    [InlineData("class Root", "class Root", "[F(1)] [Model(1)] partial class Root")]
    [InlineData("[Dense(0)]", "[Model", "\n[Model")]
    [InlineData("string text", "partial", "\n\npartial")]
    [InlineData("string text", "public", "/* A constructor. */ public")]
    [InlineData("string text", "string text", "int number")]
    [InlineData("string text", "{ }", ": this(1) { }")]
    [InlineData("string text", "partial class", "class")]
    [InlineData("class Orphan", "class Orphan", "\nclass Orphan")]
    [InlineData("class Orphan", "[Dense(1)]", "[Obsolete, Dense(1)]")]
    [InlineData("class Orphan", "[Dense(1)]", "[Model(1), Dense(1)]")]
    [InlineData("class Service", "using System.Text;", "enum Activation;")]
    [InlineData("class Service", "using System.Text;", "delegate void ERRONEOUS();")]
    [InlineData("class Service", "using System.Text;", "class Dense : Attribute;")]
    [InlineData("class Service", "using System.Text;", "class ModelAttribute : Attribute;")]
    [InlineData("class Service", "using System.Text;", "class ERRONEOUS;")]
    [InlineData("class Service", "using System.Text;", "partial class Base { public required int Number { get; set; } }")]
    [InlineData("class Service", "using System.Text;", "global using Small = Overfit.DenseAttribute; [Small(1)] class Another;")]
    [InlineData("class Service", "class Service", "[Overfit.Model(1)] [Dense(1)] partial class Service")]
    [InlineData("class Service", "using System.Text;", "using Z = Overfit.DenseAttribute; [Z(1)] class Another;")]
    [InlineData("class Service", "namespace Services", "namespace Activation")]
    [InlineData("class Service", "namespace Services", "namespace Activation;\nnamespace Services")]
    public void EditsThatMatterAreSeen(string file, string from, string to) => MattersAndIsSeen(GeneratorRun.Of(Files), Edit(file, from, to));

    /// <summary>Layers stay where they are while the type comes between that they name.</summary>
    [Fact]
    public void NamespacesThatMoveAreSeen()
    {
        GeneratorRun before = GeneratorRun.Of(
            "[Model(1)] [Dense(1, Activation.Tanh)] partial class M;", "namespace Far { namespace Activation { } } namespace Services { }");
        MattersAndIsSeen(before, before.Edit(1, "namespace Far { } namespace Activation { namespace Services { } }"));
    }

    /// <summary>Types that the compiler merges in spite of the mistake, and says so.</summary>
    [Fact]
    public void MovesInAPartThatIsNotPartialAreSeen()
    {
        GeneratorRun before = GeneratorRun.Of("[Model(1)] [Dense(1)] partial class M;", "class M { M(string text) { } }");
        Assert.NotEmpty(before.Result.Diagnostics);
        MattersAndIsSeen(before, before.Edit(1, "\nclass M { M(string text) { } }"));
    }

    /// <summary>Statements outside of types declare a class that is not written.</summary>
    [Fact]
    public void TheClassOfTheProgramIsSeen()
    {
        GeneratorRun before = GeneratorRun.Of("[Model(1)] [Dense(1)] partial class program;", "");
        MattersAndIsSeen(before, before.Edit(1, "Console.WriteLine();"));
    }

    [Theory]
    [InlineData("using L = Overfit.DenseAttribute; [M(1)] [L(1)] partial class Aliased;", "global using M = Overfit.ModelAttribute;")]
    [InlineData("[M(1)] [Dense(1)] partial class Aliased;", "global using M = Overfit.ModelAttribute;")]
    [InlineData("[M(1)] [Dense(1)] partial class Aliased;", "global using MAttribute = Overfit.ModelAttribute;")]
    [InlineData("[M] partial class Aliased;", "global using M = Overfit.DropoutAttribute;")]
    public void AliasesAreUnderstoodAndFollowed(string source, string aliases)
    {
        GeneratorRun before = GeneratorRun.Of(source, aliases);
        Assert.NotEmpty(before.Said);
        MattersAndIsSeen(before, before.Edit(1, aliases.Replace("global", "", StringComparison.Ordinal)));
        MattersAndIsSeen(before, before.Edit(1, aliases.Replace("using M", "using N", StringComparison.Ordinal)));
        MattersAndIsSeen(before, before.Edit(1, "global using M = System.ObsoleteAttribute;"));
    }

    public static TheoryData<string, Func<CSharpCompilation, CSharpCompilation>> OtherEdits => new()
    {
        { "tree added", static project => project.AddSyntaxTrees(GeneratorRun.Parse("[Model(1)] [Dense(1)] partial class Added;", "Added.cs")) },
        { "tree removed", static project => project.RemoveSyntaxTrees(project.SyntaxTrees[3]) },
        { "file renamed", static project => project.ReplaceSyntaxTree(project.SyntaxTrees[6], project.SyntaxTrees[6].WithFilePath("Renamed.cs")) },
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
                static project => project.ReplaceSyntaxTree(project.SyntaxTrees[2], project.SyntaxTrees[2].WithRootAndOptions(
                    project.SyntaxTrees[2].GetRoot(), ((CSharpParseOptions)project.SyntaxTrees[2].Options).WithDocumentationMode(DocumentationMode.None))),
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

    private static GeneratorRun Edit(string file, string from, string to)
    {
        int index = EditedProject.IndexOf(file);
        string edited = Files[index].Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Files[index], edited);
        return GeneratorRun.Of(Files).Edit(index, edited);
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
