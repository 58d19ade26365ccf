using System.Diagnostics;

namespace Overfit.Reporting.Tests;

/// <summary>A sample, run as a program whose output is redirected.</summary>
internal static class SampleProgram
{
    public static (int Code, string Output, string Error) Run(
        string name, string arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Start(name, arguments, environment);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>Runs a sample that is killed, as by a power failure, as soon as something is so.</summary>
    public static void Kill(string name, string arguments, Func<bool> when)
    {
        using Process process = Start(name, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        while (!when())
        {
            Assert.False(process.HasExited, "The program ended before it could be killed.");
            Thread.Sleep(1);
        }

        process.Kill();
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
        Assert.DoesNotContain("Test accuracy", output.Result, StringComparison.Ordinal);
    }

    private static Process Start(string name, string arguments, params (string Name, string Value)[] environment)
    {
        // Its own build, not the copy beside the tests, in which the coverage tool counts each line of the kernels.
        string build = AppContext.BaseDirectory, bin = Path.GetFullPath(Path.Combine(build, "..", ".."));
        string program = Path.GetFullPath(Path.Combine(
            bin, "..", "..", "..", "samples", name, "bin", Path.GetRelativePath(bin, build), $"{name}.dll"));
        ProcessStartInfo start = new("dotnet", $"\"{program}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string value) in environment)
        {
            start.Environment[variable] = value;
        }

        return Process.Start(start)!;
    }
}
