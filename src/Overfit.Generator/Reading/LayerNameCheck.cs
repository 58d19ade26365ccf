using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Checks that every given layer name can become a member of the class.</summary>
internal static class LayerNameCheck
{
    /// <summary>Members of every model.</summary>
    private static readonly string[] Reserved =
    [
        "AddPenaltyGradient", "Backward", "Create", "Description", "Equals", "Finalize", "Forward", "ForwardTraining", "GetHashCode",
        "GetType", "Initialize", "Layers", "MemberwiseClone", "Parameters", "Penalty", "ReferenceEquals", "ToString", "WorkspaceLayout",
    ];

    /// <summary>Adds what is wrong; a layer whose name cannot be used goes on without one.</summary>
    public static void Check(INamedTypeSymbol symbol, List<LayerSpec> layers, List<Problem> problems)
    {
        for (int layer = 0; layer < layers.Count; layer++)
        {
            if (layers[layer].Name is { } name && WhyNot(symbol, name) is { } reason)
            {
                problems.Add(new(Descriptors.InvalidLayerName.Id, layer, "Name", [name, reason]));
                layers[layer] = layers[layer] with { Name = null };
            }
        }
    }

    private static string? WhyNot(INamedTypeSymbol symbol, string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            return "is not an identifier";
        }

        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            return "is a keyword";
        }

        if (Array.IndexOf(Reserved, name) >= 0)
        {
            return "is the name of a member that every model has";
        }

        if (name == symbol.Name)
        {
            return "is the name of the class";
        }

        return symbol.GetMembers(name).IsEmpty ? null : "is the name of another member of the class";
    }
}
