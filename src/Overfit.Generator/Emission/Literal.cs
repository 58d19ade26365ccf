using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Overfit.Generator.Model;

namespace Overfit.Generator.Emission;

/// <summary>Values as C#: they round-trip and do not depend on the culture.</summary>
internal static class Literal
{
    public static string Of(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "F";

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A shape for people: <c>[28 x 28 x 1]</c>.</summary>
    public static string Words(EquatableArray<int> shape) => $"[{string.Join(" x ", shape)}]";

    /// <summary>A count for people: <c>4,353</c>.</summary>
    public static string Words(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
