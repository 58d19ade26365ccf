using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Overfit.Reporting.Tests;

/// <summary>Consoles that keep what is written to them.</summary>
internal static class WrittenText
{
    /// <summary>As if standard output were a terminal of this width.</summary>
    public static IAnsiConsole Terminal(
        StringWriter written, int width = 80, ColorSystemSupport colors = ColorSystemSupport.Standard) =>
        Create(written, width, AnsiSupport.Yes, colors);

    /// <summary>As if standard output were redirected.</summary>
    public static IAnsiConsole File(StringWriter written, int width = 80) =>
        Create(written, width, AnsiSupport.No, ColorSystemSupport.NoColors);

    /// <summary>What a file would hold, without the blanks at the ends of lines.</summary>
    public static string Plain(IRenderable shown, int width)
    {
        using StringWriter written = new();
        File(written, width).Write(shown);
        return string.Join('\n', written.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    private static IAnsiConsole Create(StringWriter written, int width, AnsiSupport ansi, ColorSystemSupport colors)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            ColorSystem = colors,
            Interactive = ansi == AnsiSupport.Yes ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(written),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Encoding = Encoding.UTF8;
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = width;
        return console;
    }
}
