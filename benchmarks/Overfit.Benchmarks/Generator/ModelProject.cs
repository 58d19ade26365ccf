using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Overfit.Benchmarks.Generator;

/// <summary>A project as an editor holds it: a file for each of many models, no two alike, and as many files of other code.</summary>
internal static class ModelProject
{
    public const int Models = 100;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    /// <summary>The project with nothing compiled yet. Its first files are the models, the next the other code.</summary>
    public static CSharpCompilation Create() => CSharpCompilation.Create(
        "Project",
        [
            .. Enumerable.Range(0, Models).Select(static number => ModelFile(number)),
            .. Enumerable.Range(0, Models).Select(static number => OtherFile(number)),
        ],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A driver that has run nothing yet.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()], parseOptions: ParseOptions);

    /// <summary>The project with an edit in the body of a member of other code.</summary>
    public static CSharpCompilation EditBody(CSharpCompilation project, int edit) => Replace(project, Models, OtherFile(0, edit));

    /// <summary>The project with one more member in other code.</summary>
    public static CSharpCompilation AddMember(CSharpCompilation project, int edit) =>
        Replace(project, Models, OtherFile(0, member: $"public const int Number{edit} = {edit};"));

    /// <summary>The project with a comment in front of a model.</summary>
    public static CSharpCompilation MoveModel(CSharpCompilation project, int edit) =>
        Replace(project, 0, ModelFile(0, comment: $"// Edit {edit}."));

    /// <summary>The project with a layer of a model changed.</summary>
    public static CSharpCompilation EditModel(CSharpCompilation project, int edit) =>
        Replace(project, 0, ModelFile(0, units: 1_000 + edit));

    private static CSharpCompilation Replace(CSharpCompilation project, int file, SyntaxTree tree) =>
        project.ReplaceSyntaxTree(project.SyntaxTrees[file], tree);

    private static SyntaxTree ModelFile(int number, int units = 32, string comment = "") => Parse(
        $"""
        using Overfit;

        namespace Project.Models;

        {comment}
        /// <summary>Predicts something.</summary>
        [Model({number + 1})]
        {Layers(number, units)}
        public partial class Model{number};
        """,
        $"Model{number}.cs");

    private static string Layers(int number, int units) => (number % 4) switch
    {
        0 => $"[Dense({units}, Activation.ReLU)] [Dense(64, Activation.ReLU)] [Dense(1)]",
        1 => $"[Dense({units}, Activation.ReLU, KernelL2 = 0.01f)] [Dense(64, Activation.ReLU, KernelL2 = 0.01f)] [Dense(1)]",
        2 => $"""
            [Dense({units})] [BatchNormalization] [Activate(Activation.ReLU)]
            [Dense(64)] [BatchNormalization] [Activate(Activation.ReLU)]
            [Dense(1)]
            """,
        _ => $"[Dropout(0.1f)] [Dense({units}, Activation.Tanh)] [Dropout(0.5f)] [Dense(10, Activation.Softmax)]",
    };

    private static SyntaxTree OtherFile(int number, int edit = 0, string member = "") => Parse(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Project.Services;

        /// <summary>Ordinary code.</summary>
        public sealed class Service{{number}}
        {
            private readonly Dictionary<string, double> _values = [];

            [Obsolete("Use Total.")]
            public double Sum => Total({{edit}});

            public void Add(string name, double value)
            {
                ArgumentNullException.ThrowIfNull(name);
                _values[name] = _values.TryGetValue(name, out double old) ? old + value : value;
            }

            public double Total(double least) => _values.Values.Where(value => value >= least).Sum();
            {{member}}
        }
        """,
        $"Service{number}.cs");

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    /// <summary>.NET's libraries and the runtime; not the generator, which an editor does not reference either.</summary>
    private static IEnumerable<MetadataReference> References() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        let name = Path.GetFileName(path)
        where name.StartsWith("System.", StringComparison.Ordinal) || name == "Overfit.Runtime.dll"
        select MetadataReference.CreateFromFile(path);
}
