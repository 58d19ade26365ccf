using Xunit.Sdk;

namespace Overfit.Generator.Tests;

/// <summary>The stand-in itself: what it writes, what it says, and that it accepts nothing by itself.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly GeneratorRun _run = GeneratorRun.Of(Sources.Plain, "[Model(1)] [Dense(0)] internal partial class A;");

    private string TestFile => Path.Combine(_folder.FullName, "Tests.cs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WhatWasNeverAcceptedIsReceivedAndFails()
    {
        for (int time = 0; time < 2; time++)
        {
            XunitException exception = await Assert.ThrowsAsync<XunitException>(Verify);
            Assert.Contains("Tests.M#PlainRegressor.g.verified.cs does not exist yet.", exception.Message, StringComparison.Ordinal);
            Assert.Equal(["Tests.M#A.g.received.cs", "Tests.M#PlainRegressor.g.received.cs", "Tests.M.received.txt"], Files());
        }
    }

    [Fact]
    public async Task RenamingAcceptsWhateverTheLinesEndWith()
    {
        await Accept();
        string verified = Path.Combine(_folder.FullName, "Tests.M#A.g.verified.cs"), received = verified.Replace("verified", "received", StringComparison.Ordinal);
        await File.WriteAllTextAsync(verified, (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\r\n"));
        await File.WriteAllTextAsync(received, "of an earlier run");
        await Verify();
        Assert.False(File.Exists(received));
    }

    [Fact]
    public async Task TheFirstDifferenceIsShown()
    {
        await Accept();
        string verified = Path.Combine(_folder.FullName, "Tests.M#A.g.verified.cs");
        await File.WriteAllTextAsync(verified, (await File.ReadAllTextAsync(verified)).Replace("#nullable enable", "#nullable disable", StringComparison.Ordinal));
        XunitException exception = await Assert.ThrowsAsync<XunitException>(Verify);
        Assert.StartsWith(
            "Tests.M#A.g.verified.cs differs in line 2:\n  verified: #nullable disable\n  received: #nullable enable\n", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoLongerReceivedFails()
    {
        await Accept();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Tests.M#Gone.g.verified.cs"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Tests.Many#Other.g.verified.cs"), "of another test");
        XunitException exception = await Assert.ThrowsAsync<XunitException>(Verify);
        Assert.StartsWith("Tests.M#Gone.g.verified.cs is no longer received; delete it.\n", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiagnosticsAreVerifiedToo()
    {
        await Accept();
        string text = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "Tests.M.verified.txt"));
        Assert.Contains("Id: OVF1007", text, StringComparison.Ordinal);
        Assert.Contains("Location: Source1.cs: (0,18)-(0,19)", text, StringComparison.Ordinal);
    }

    private async Task Accept()
    {
        await Assert.ThrowsAsync<XunitException>(Verify);
        foreach (FileInfo file in _folder.GetFiles())
        {
            file.MoveTo(file.FullName.Replace(".received.", ".verified.", StringComparison.Ordinal));
        }

        await Verify();
    }

    private Task Verify() => Verifier.Verify(_run.Driver, TestFile, "M");

    private IEnumerable<string> Files() => _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);
}
