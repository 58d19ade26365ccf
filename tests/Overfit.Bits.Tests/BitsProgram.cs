using System.Diagnostics;

namespace Overfit.Bits.Tests;

/// <summary>What the program printed: what it computed with, and a line for each training.</summary>
internal sealed record BitsProgram(string Platform, string[] Lines)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The program as it runs on this machine without any switches.</summary>
    public static BitsProgram Reference { get; } = Run("--threads 1");

    /// <summary>Bits in the registers it used.</summary>
    public int Width => int.Parse(Platform[2..Platform.IndexOf("-bit", StringComparison.Ordinal)]);

    /// <summary>Runs it as a process of its own.</summary>
    /// <param name="arguments">Its options.</param>
    /// <param name="switches">Such as <c>DOTNET_EnableAVX512=0</c>. Switches of the tests' own process do not reach it.</param>
    public static BitsProgram Run(string arguments, params string[] switches)
    {
        ProcessStartInfo start = new("dotnet", $"\"{Location}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(IsSwitch).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        foreach (string[] pair in switches.Select(text => text.Split('=', 2)))
        {
            start.Environment[pair[0]] = pair[1];
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill();
            throw new TimeoutException($"The program did not end within {Longest.TotalMinutes} minutes.");
        }

        Assert.True(process.ExitCode == 0, error.Result);
        string[] lines = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new BitsProgram(lines[0], lines[1..]);
    }

    /// <summary>
    /// The program in its own folder: the copy of the library beside these tests may be instrumented to measure coverage.
    /// </summary>
    private static string Location => Path.Combine(
        AppContext.BaseDirectory.Replace("Overfit.Bits.Tests", "Overfit.Bits", StringComparison.Ordinal), "Overfit.Bits.dll");

    private static bool IsSwitch(string name) =>
        name.StartsWith("DOTNET_", StringComparison.Ordinal) && name != "DOTNET_ROOT";
}
