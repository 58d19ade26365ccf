using System.Globalization;
using Spectre.Console;

namespace Overfit.Reporting;

/// <summary>
/// A line that follows a training run, in the manner of Keras's: epoch, online loss, data losses. Redrawn in place on a
/// terminal; a file gets the last epoch only.
/// </summary>
/// <param name="console">Where to write.</param>
public sealed class ProgressDisplay(IAnsiConsole console) : Callback
{
    private string _line = "";

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingProgress progress, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(record);
        string validation = record.Validation is { } measured ? Words("  validation", measured.DataLoss) : "";
        string training = record.Training is { } part ? Words("  training", part.DataLoss) : "";
        _line = string.Create(CultureInfo.InvariantCulture, $"Epoch {record.Epoch + 1}/{progress.Epochs}")
            + Words("  online", record.OnlineLoss) + training + validation;
        if (console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi)
        {
            console.Write(new ControlCode($"\r\u001b[2K{_line}"));
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingProgress progress)
    {
        if (console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi)
        {
            console.Write(new ControlCode("\r\u001b[2K"));
        }

        console.WriteLine(_line);
    }

    private static string Words(string name, double loss) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {loss:0.0000}");
}
