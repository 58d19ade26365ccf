namespace Overfit.Generator.Tests.Architecture;

/// <summary>One direction: attributes, spec, plan, text. Symbols end where reading ends, text begins where emission begins.</summary>
public sealed class RoomTests
{
    /// <summary>For each room the rooms it may use beside itself.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Diagnostics"] = ["Model"],
        ["Reading"] = ["Model", "Diagnostics"],
        ["Lowering"] = ["Model", "Diagnostics"],
        ["Emission"] = ["Model", "Lowering"],
        [""] = ["Model", "Diagnostics", "Reading", "Lowering", "Emission"],
    };

    /// <summary>
    /// For each room beside reading and the front door what it may use of the compiler: lowering the id of a descriptor,
    /// emission what C# says of words, which is no matter of the user's code.
    /// </summary>
    private static readonly Dictionary<string, string[]> AllowedOfRoslyn = new()
    {
        ["Model"] = [],
        ["Lowering"] = ["DiagnosticDescriptor"],
        ["Emission"] = ["SyntaxFacts", "SyntaxKind", "SymbolDisplay"],
        ["Diagnostics"] =
        [
            "Diagnostic", "DiagnosticDescriptor", "DiagnosticSeverity", "Location", "LinePositionSpan", "FileLinePositionSpan", "TextSpan",
            "SyntaxNode", "SyntaxToken", "SyntaxTree",
        ],
    };

    private static readonly List<TypeUse> Uses = SourceRooms.UsesOf("src/Overfit.Generator");

    [Fact]
    public void RoomsUseOnlyTheRoomsInFrontOfThem() => Assert.Empty(Uses
        .Where(static use => use.TypeRoom is not null && use.TypeRoom != use.Room && !Allowed[use.Room].Contains(use.TypeRoom))
        .Select(static use => $"{use.File} uses {use.Type.Name} of {use.TypeRoom}"));

    [Fact]
    public void SymbolsEndWhereReadingEnds() => Assert.Empty(Uses
        .Where(static use => use.Type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            && use.Room is not ("Reading" or "")
            && !AllowedOfRoslyn[use.Room].Contains(use.Type.Name))
        .Select(static use => $"{use.File} uses {use.Type.Name}"));

    [Fact]
    public void OnlyEmissionWritesText() => Assert.Empty(Uses
        .Where(static use => use.Type.Name is ("CodeWriter" or "StringBuilder") && use.Room != "Emission")
        .Select(static use => $"{use.File} uses {use.Type.Name}"));

    [Fact]
    public void FrontDoorFitsOnTwoScreens() =>
        Assert.InRange(File.ReadLines(Repository.At("src/Overfit.Generator/ModelGenerator.cs")).Count(), 1, 99);

    /// <summary>The tests above would pass if nothing were seen.</summary>
    [Fact]
    public void UsesAreSeen()
    {
        Assert.Contains(Uses, static use => use is { File: "Reading/ModelReader.cs", Type.Name: "INamedTypeSymbol", TypeRoom: null });
        Assert.Contains(Uses, static use => use is { File: "ModelGenerator.cs", Type.Name: "ModelLowering", TypeRoom: "Lowering" });
        Assert.Contains(Uses, static use => use is { File: "Emission/ModelEmitter.cs", Type.Name: "CodeWriter", TypeRoom: "Emission" });
    }
}
