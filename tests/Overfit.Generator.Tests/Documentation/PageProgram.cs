using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Overfit.Generator.Tests.Documentation;

/// <summary>The C# blocks of a page as one program: what they import, then what they do, then what they declare.</summary>
internal sealed partial class PageProgram
{
    /// <summary>What a new console project imports by itself.</summary>
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly string _name;
    private readonly string _source;

    /// <summary>A page by its path from the solution's folder on.</summary>
    public PageProgram(string page)
    {
        string text = File.ReadAllText(Repository.At(page)).ReplaceLineEndings("\n");
        CompilationUnitSyntax[] blocks =
        [
            .. Block().Matches(text).Select(static match => SyntaxFactory.ParseCompilationUnit(match.Groups[1].Value)),
        ];
        MemberDeclarationSyntax[] members = [.. blocks.SelectMany(static block => block.Members)];
        _name = Path.GetFileNameWithoutExtension(page);
        SyntaxNode[] program =
        [
            .. blocks.SelectMany(static block => block.Usings),
            .. members.Where(static member => member is GlobalStatementSyntax),
            .. members.Where(static member => member is not GlobalStatementSyntax),
        ];
        _source = string.Concat(program.Select(static node => node.ToFullString()));
        Expected = [.. Printed().Matches(_source).Select(static match => match.Groups[1].Value)];
    }

    /// <summary>The comments behind what is printed: each begins with the printed line.</summary>
    public IReadOnlyList<string> Expected { get; }

    /// <summary>Compiles without warnings and runs in a folder; returns the lines that were printed.</summary>
    public string[] Run(string folder)
    {
        Compilation program = GeneratorRun.Of(_source).Rerun(static compilation => compilation
            .ReplaceSyntaxTree(compilation.SyntaxTrees[0], GeneratorRun.Parse(ImplicitUsings, "Usings.cs"))
            .WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))).Output;
        Assert.Empty(program.GetDiagnostics().Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden));

        // Beside the tests lies everything it needs.
        string assembly = Path.Combine(AppContext.BaseDirectory, _name + ".page.dll");
        using (FileStream file = File.Create(assembly))
        {
            Assert.True(program.Emit(file).Success);
        }

        string configuration = Path.Combine(AppContext.BaseDirectory, typeof(PageProgram).Assembly.GetName().Name + ".runtimeconfig.json");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", configuration, assembly])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, error.Result));
        return output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"Console\.WriteLine\(.*\); +// (.*)")]
    private static partial Regex Printed();
}
