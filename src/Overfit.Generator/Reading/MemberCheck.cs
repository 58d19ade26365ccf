using Microsoft.CodeAnalysis;
using Overfit.Generator.Diagnostics;
using Overfit.Generator.Model;

namespace Overfit.Generator.Reading;

/// <summary>Checks that the class leaves those members to the generator that every model has.</summary>
internal static class MemberCheck
{
    private static readonly string[] Emitted = ["Description", "Layers", "Parameters", "WorkspaceLayout"];

    public static bool IsEmitted(string name) => Array.IndexOf(Emitted, name) >= 0;

    /// <summary>Adds what is wrong; returns the emitted members that the class has no place for.</summary>
    public static EquatableArray<string> Check(INamedTypeSymbol symbol, LocationInfo className, List<DiagnosticInfo> problems)
    {
        List<string> taken = [];
        void Take(string name, ISymbol member, string words)
        {
            bool isInherited = !SymbolEqualityComparer.Default.Equals(member.ContainingType, symbol);
            LocationInfo location = isInherited ? className : LocationInfo.Of(member.Locations[0]);
            problems.Add(new(Descriptors.MemberOfEveryModel.Id, location, [symbol.Name, words]));
            taken.Add(name);
        }

        foreach (string name in Emitted)
        {
            if (Find(symbol, name) is { } member)
            {
                Take(name, member, name);
            }
            else if (name == symbol.Name)
            {
                taken.Add(name);
            }
        }

        if (ConstructorCheck.OfSeed(symbol) is { } constructor)
        {
            Take(ModelSpec.Constructor, constructor, $"{symbol.Name}(int)");
        }
        else if (!ConstructorCheck.CanBeEmitted(symbol))
        {
            taken.Add(ModelSpec.Constructor);
        }

        return [.. taken];
    }

    /// <summary>A member of the class itself, or one it inherits and can see; what is behind a model is not looked at.</summary>
    public static ISymbol? Find(INamedTypeSymbol symbol, string name)
    {
        ISymbol? member = symbol.GetMembers(name).FirstOrDefault();
        for (INamedTypeSymbol? type = symbol.BaseType; member is null && type is not null && !ModelReader.IsModel(type); type = type.BaseType)
        {
            member = type.GetMembers(name)
                .FirstOrDefault(static inherited => inherited.DeclaredAccessibility != Accessibility.Private);
        }

        return member;
    }
}
