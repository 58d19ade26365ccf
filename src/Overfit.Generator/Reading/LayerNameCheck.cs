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

    /// <summary>Adds what is wrong, and takes from the layers the names that no member can have.</summary>
    public static void Check(INamedTypeSymbol symbol, List<LayerSpec> layers, List<Problem> problems)
    {
        EquatableArray<string> names = LayerNames.Of(layers);
        Dictionary<string, int> firsts = [];
        for (int layer = 0; layer < layers.Count; layer++)
        {
            string name = names[layer];
            if (WhyNot(symbol, name) is { } reason)
            {
                string remedy = layers[layer].Name is not null ? "choose another C# identifier"
                    : $"give the layer a Name, or rename the {(name == symbol.Name ? "class" : "member")}";
                problems.Add(new(Descriptors.InvalidLayerName.Id, layer, "Name", [name, reason, remedy]));
                layers[layer] = layers[layer] with { Name = "" };
            }
            else if (firsts.TryGetValue(name, out int first))
            {
                problems.Add(new(Descriptors.DuplicateLayerName.Id, layer, "Name", [$"{first + 1}", $"{layer + 1}", name]));
            }
            else
            {
                firsts.Add(name, layer);
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

        if (name == "seed")
        {
            return "is the name of the constructor's parameter";
        }

        if (name == symbol.Name)
        {
            return "is the name of the class";
        }

        return MemberCheck.Find(symbol, name) is null ? null : "is the name of another member of the class";
    }
}
