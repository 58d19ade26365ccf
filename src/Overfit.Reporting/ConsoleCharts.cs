using System.Text;
using Spectre.Console;

namespace Overfit.Reporting;

/// <summary>Writes charts to a console: coloured where it has colours, as plain text where it is a file.</summary>
public static class ConsoleCharts
{
    /// <summary>Color of the training curve and of its name.</summary>
    public const string TrainingColor = "blue";

    /// <summary>Color of the validation curve and of its name.</summary>
    public const string ValidationColor = "yellow";

    /// <summary>Draws learning curves as wide as the console, at most 100 characters.</summary>
    /// <param name="console">Where to draw.</param>
    /// <param name="title">Stands above the chart.</param>
    /// <param name="history">The epochs.</param>
    /// <param name="height">Lines of the plot, at least 2.</param>
    public static void WriteLearningCurves(this IAnsiConsole console, string title, IEnumerable<EpochRecord> history, int height = 8)
    {
        ArgumentNullException.ThrowIfNull(console);
        bool unicode = console.Profile.Capabilities.Unicode && console.Profile.Capabilities.Ansi;
        (string training, string validation) = unicode ? ("training", "validation") : ("training .", "validation o");
        console.MarkupLine($"[bold]{Markup.Escape(title)}[/]  [{TrainingColor}]{training}[/] [{ValidationColor}]{validation}[/] data loss");
        foreach (ChartLine line in new LearningCurveChart(history).Draw(Math.Min(console.Profile.Width - 1, 100), height, unicode))
        {
            console.MarkupLine(Colored(line));
        }
    }

    private static string Colored(ChartLine line)
    {
        StringBuilder markup = new();
        for (int start = 0; start < line.Text.Length;)
        {
            int end = start + 1;
            while (end < line.Text.Length && line.Owners[end] == line.Owners[start])
            {
                end++;
            }

            string piece = Markup.Escape(line.Text[start..end]);
            markup.Append(line.Owners[start] switch
            {
                't' => $"[{TrainingColor}]{piece}[/]",
                'v' => $"[{ValidationColor}]{piece}[/]",
                _ => piece,
            });
            start = end;
        }

        return markup.ToString();
    }
}
