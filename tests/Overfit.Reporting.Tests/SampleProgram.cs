using System.Diagnostics;

namespace Overfit.Reporting.Tests;

/// <summary>A sample, run as a program whose output is redirected.</summary>
internal static class SampleProgram
{
    public static (int Code, string Output, string Error) Run(
        string name, string arguments, params (string Name, string Value)[] environment)
    {
        string program = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        ProcessStartInfo start = new("dotnet", $"\"{program}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string value) in environment)
        {
            start.Environment[variable] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
