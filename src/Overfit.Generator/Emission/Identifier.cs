using Microsoft.CodeAnalysis.CSharp;

namespace Overfit.Generator.Emission;

/// <summary>Names in emitted code.</summary>
internal static class Identifier
{
    /// <summary>A parameter's or local's name made of a member's.</summary>
    public static string Camel(string name)
    {
        string camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None ? camel : "@" + camel;
    }

    /// <summary><c>moving_mean</c> as <c>MovingMean</c>.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
