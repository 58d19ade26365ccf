using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Reads every class of a project that has an attribute of the library. The compilation ends here.</summary>
internal static class ProjectReader
{
    public static ProjectReading Read(Project project, CancellationToken cancellation)
    {
        List<ModelReading> models = [];
        List<DiagnosticInfo> orphans = [];
        foreach (TypeDeclarationSyntax declaration in project.Candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            INamedTypeSymbol symbol = project.Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation)!;
            if (ModelReader.Read(symbol, declaration, cancellation) is { } model)
            {
                models.Add(model);
            }

            if (OrphanReader.Read(symbol, declaration, cancellation) is { } orphan)
            {
                orphans.Add(orphan);
            }
        }

        return new([.. models], [.. orphans]);
    }
}
