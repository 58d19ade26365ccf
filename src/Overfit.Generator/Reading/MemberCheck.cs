using Microsoft.CodeAnalysis;
using Overfit.Generator.Diagnostics;

namespace Overfit.Generator.Reading;

/// <summary>Checks that the class leaves those members to the generator that every model has.</summary>
internal static class MemberCheck
{
    private static readonly string[] Emitted = ["Description", "Layers", "Parameters", "WorkspaceLayout"];

    /// <summary>Adds what is taken; returns whether nothing is.</summary>
    public static bool Check(INamedTypeSymbol symbol, List<Problem> problems)
    {
        List<string> taken = [.. Emitted.Where(name => Has(symbol, name))];
        if (symbol.InstanceConstructors.Any(TakesASeed))
        {
            taken.Add($"{symbol.Name}(int)");
        }

        problems.AddRange(taken.Select(member => new Problem(
            Descriptors.MemberOfEveryModel.Id, Problem.OfClass, null, [symbol.Name, member])));
        return taken.Count == 0;
    }

    /// <summary>Whether the class has a member of this name, or inherits one that it can see.</summary>
    public static bool Has(INamedTypeSymbol symbol, string name)
    {
        if (!symbol.GetMembers(name).IsEmpty)
        {
            return true;
        }

        for (INamedTypeSymbol? type = symbol.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(static member => member.DeclaredAccessibility != Accessibility.Private))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TakesASeed(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && constructor.Parameters[0] is { Type.SpecialType: SpecialType.System_Int32, RefKind: RefKind.None };
}
