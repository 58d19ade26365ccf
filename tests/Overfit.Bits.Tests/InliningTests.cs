using System.Reflection;
using System.Text.RegularExpressions;

namespace Overfit.Bits.Tests;

/// <summary>
/// What is to be inlined is inlined. A long kernel is near the most that the just-in-time compiler is willing to inline; beyond
/// that it calls, for each register of numbers, what was written to be one instruction. No result tells, only the time.
/// </summary>
public sealed partial class InliningTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>All of a name: the compiler's listing tells overloads apart by more than reflection.</summary>
    private static readonly HashSet<string> ToBeInlined =
    [
        .. typeof(Trainer).Assembly.GetTypes()
            .SelectMany(
                type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)),
                (type, method) => (Name: $"{type.FullName}:{method.Name}", method))
            .GroupBy(named => named.Name, named => named.method.MethodImplementationFlags)
            .Where(overloads => overloads.All(flags => flags.HasFlag(MethodImplAttributes.AggressiveInlining)))
            .Select(overloads => overloads.Key),
    ];

    [OptimizedTheory]
    [InlineData("DOTNET_EnableAVX512=1")]
    [InlineData("DOTNET_EnableAVX512=0")]
    public void NothingThatIsToBeInlinedIsCalled(string setting)
    {
        string file = Path.GetTempFileName();
        try
        {
            BitsProgram.Run(
                "--threads 1",
                setting,
                "DOTNET_TieredCompilation=0",
                "DOTNET_JitDisasm=Overfit.*:*",
                $"DOTNET_JitStdOutFile={file}");
            string method = "";
            HashSet<string> called = [];
            List<string> notInlined = [];
            foreach (string line in File.ReadLines(file))
            {
                if (Listing().Match(line) is { Success: true } listing)
                {
                    method = listing.Groups[1].Value;
                }
                else if (Call().Match(line) is { Success: true } call)
                {
                    string name = Name(call.Groups[1].Value);
                    called.Add(name);
                    if (ToBeInlined.Contains(name))
                    {
                        notInlined.Add($"{method} calls {call.Groups[1].Value}");
                    }
                }
            }

            // Names are read right: one that is called, one that would be.
            Assert.Contains("Overfit.Kernels.ProductTile`3:Rows4", called);
            Assert.Contains("Overfit.Kernels.ProductTile`3:Finish", ToBeInlined);
            Assert.True(notInlined.Count == 0, string.Join(Environment.NewLine, notInlined.Distinct()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A method's name as the compiler prints it, without parameters and what generic ones stand for.</summary>
    private static string Name(string method)
    {
        string name = Arguments().Replace(method, "");
        while (name != method)
        {
            (method, name) = (name, Arguments().Replace(name, ""));
        }

        return name.Split('(')[0];
    }

    [GeneratedRegex(@"^; Assembly listing for method (\S+)")]
    private static partial Regex Listing();

    [GeneratedRegex(@"\b(?:call|tail\.jmp) +\[?(Overfit\.[^(]+)\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Arguments();
}
