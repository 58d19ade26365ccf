using System.Globalization;
using Spectre.Console;

namespace Overfit.Reporting;

/// <summary>
/// A line that follows a training run, as Keras's does: <c>Epoch 3/100  loss 4.2071  training 4.1876  validation 3.9512</c>,
/// where loss is the online loss and the others are data losses. Redrawn in place on a terminal; elsewhere the last epoch's
/// line is written when training ends. A run that goes on from a backup says so first.
/// </summary>
/// <param name="console">Where to write.</param>
public sealed class ProgressDisplay(IAnsiConsole console) : Callback
{
    private const string StartOver = "\r\u001b[2K";

    private string _line = "";

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        _line = "";
        if (progress.History.Count > 0)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Resumed after epoch {progress.History.Count}/{progress.Epochs}."));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingProgress progress, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(record);
        _line = string.Create(CultureInfo.InvariantCulture, $"Epoch {record.Epoch + 1}/{progress.Epochs}")
            + Words("loss", record.OnlineLoss)
            + Words("training", record.Training?.DataLoss)
            + Words("validation", record.Validation?.DataLoss);
        if (ConsoleProgress.CanRedraw(console))
        {
            // A line that reached the last column would wrap, and could not be replaced.
            int room = Math.Max(console.Profile.Width - 1, 0);
            console.Write(new ControlCode(StartOver + _line[..Math.Min(_line.Length, room)]));
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingProgress progress)
    {
        if (_line.Length == 0)
        {
            return;
        }

        if (ConsoleProgress.CanRedraw(console))
        {
            console.Write(new ControlCode(StartOver));
        }

        console.WriteLine(_line);
    }

    private static string Words(string name, double? loss) =>
        loss is { } value ? string.Create(CultureInfo.InvariantCulture, $"  {name} {value:0.0000}") : "";
}
