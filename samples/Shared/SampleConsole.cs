using System.Text;
using Spectre.Console;

namespace Samples;

/// <summary>The console as the samples need it.</summary>
internal static class SampleConsole
{
    /// <summary>Paragraphs wider than this are hard to read.</summary>
    private const int ReadableWidth = 100;

    public static IAnsiConsole Open()
    {
        if (OperatingSystem.IsWindows() || Console.IsOutputRedirected)
        {
            // A file is read as UTF-8; a terminal on other systems has said in its locale what it shows.
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings());
        console.Profile.Capabilities.Unicode &= OperatingSystem.IsWindows() || Console.IsOutputRedirected || IsLocaleUnicode();
        console.Profile.Width = Console.IsOutputRedirected ? ReadableWidth : Math.Min(console.Profile.Width, ReadableWidth);
        return console;
    }

    /// <summary>Whether the locale, such as de_DE.UTF-8, is Unicode or unknown; .NET takes C, which is not, for UTF-8.</summary>
    private static bool IsLocaleUnicode()
    {
        string? locale = new[] { "LC_ALL", "LC_CTYPE", "LANG" }
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale?.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase) ?? true;
    }
}
