using Spectre.Console;

namespace Overfit.Reporting;

/// <summary>A progress bar for work in many equal parts, such as trials.</summary>
public static class ConsoleProgress
{
    /// <summary>
    /// Does the work behind a progress bar, which is gone when the work is done or has failed. Where the output is no
    /// terminal, nothing is written.
    /// </summary>
    /// <param name="console">Where the bar is drawn.</param>
    /// <param name="description">What is being done.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="work">Receives what it has to call after each part, on any thread.</param>
    public static void Follow(this IAnsiConsole console, string description, int parts, Action<Action> work)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(work);
        if (!CanRedraw(console))
        {
            work(static () => { });
            return;
        }

        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                ProgressTask bar = progress.AddTask(Markup.Escape(description), maxValue: parts);
                work(() => bar.Increment(1));
            });
    }

    /// <summary>Whether what was written can be replaced: true of a terminal, false of a file.</summary>
    internal static bool CanRedraw(IAnsiConsole console) =>
        console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi;
}
