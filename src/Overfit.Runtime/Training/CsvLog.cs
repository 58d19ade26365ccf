namespace Overfit;

/// <summary>
/// Writes the epochs of a run to a CSV file: one row each, numbers in the shortest form that reads back as the same, with a
/// point whatever the machine's culture; a cell is empty where nothing was measured. The file is written when training ends,
/// however it ends, whole or not at all; that of a resumed run has the epochs before, too.
/// </summary>
/// <remarks>
/// Columns: <c>epoch</c> (from 1), <c>online_loss</c>, <c>learning_rate</c>, <c>milliseconds</c>, and for the parts
/// <c>train</c> and <c>val</c> their data loss, penalty and metrics, such as <c>val_data_loss</c>, <c>val_penalty</c>, <c>val_mae</c>.
/// </remarks>
/// <param name="path">The file to create or replace; its folder exists.</param>
/// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
public sealed class CsvLog(string path) : Callback
{
    private readonly Turn _run = new();

    internal string FilePath { get; } = string.IsNullOrWhiteSpace(path)
        ? throw new ArgumentException("The path is blank; a file name was expected.", nameof(path))
        : path;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Another run is being logged.</exception>
    /// <exception cref="IOException">There is no such folder, or the path is one: found out before anything is trained.</exception>
    public override void OnTrainBegin(TrainingProgress progress)
    {
        AtomicFile.RequirePossible(Path.GetFullPath(FilePath));
        _run.Take($"This CsvLog of '{FilePath}' is logging another run. Make one with a file of its own for each run.");
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public override void OnTrainEnd(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        try
        {
            Write(progress);
        }
        finally
        {
            _run.Leave();
        }
    }

    private void Write(TrainingProgress progress) => AtomicFile.WriteText(FilePath, writer =>
    {
        writer.WriteLine(EpochTable.Header(progress.Metrics));
        foreach (EpochRecord epoch in progress.History)
        {
            writer.WriteLine(EpochTable.Line(epoch, progress.Metrics.Count));
        }
    });
}
