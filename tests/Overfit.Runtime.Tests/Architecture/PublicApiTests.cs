using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Overfit.Tests.Architecture;

/// <summary>The public surface as a reviewed file: a change of it is a change of <c>Overfit.Runtime.verified.txt</c>.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void IsWhatWasVerified()
    {
        string received = typeof(Block).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });
        string path = PathOf("Overfit.Runtime");
        if (!File.Exists($"{path}.verified.txt") || File.ReadAllText($"{path}.verified.txt").ReplaceLineEndings("\n") != received.ReplaceLineEndings("\n"))
        {
            File.WriteAllText($"{path}.received.txt", received.ReplaceLineEndings("\n"));
            Assert.Fail($"The public API differs from what was verified. Compare and, if it is right, rename {path}.received.txt to .verified.txt.");
        }
    }

    private static string PathOf(string assembly, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, assembly);
}
