using System.Globalization;
using System.Numerics.Tensors;

namespace Overfit;

/// <summary>The file from which an interrupted run goes on: what the run is, and its state after the last complete epoch.</summary>
internal sealed class RunBackup
{
    private const string EpochsKey = "epochs";
    private const string StopKey = "stopped because";
    private const string StepKey = "optimizer's step";
    private const string LearningRateKey = "learning rate";
    private const string ParametersKey = "parameters";
    private const string MomentsKey = "optimizer's moments";

    private readonly string _path;
    private readonly RunIdentity _identity;
    private readonly TrainingProgress _progress;
    private readonly CallbackSequence _callbacks;
    private readonly StateFile? _found;

    /// <summary>Looks for the file, and fills the history from it.</summary>
    /// <exception cref="ModelFileException">The file is damaged, or of another run.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public RunBackup(
        string path, RunIdentity identity, TrainingProgress progress, CallbackSequence callbacks, List<EpochRecord> history)
    {
        _path = path;   // in full: what a relative one or a link means may change while a run lasts
        _identity = identity;
        _progress = progress;
        _callbacks = callbacks;
        if (File.Exists(_path))
        {
            _found = StateFile.Read(_path);
            identity.RequireSame(_found);
            string[] epochs = _found.Texts[EpochsKey].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            history.AddRange(epochs.Select(line => EpochTable.Read(line, progress.Metrics.Count)));
        }
    }

    /// <summary>Keeps other runs, in this process and in others, from the file; nothing where there is none.</summary>
    public static FileLock? Lock(string? path) => path is null
        ? null
        : FileLock.Take(
            path,
            $"'{path}' is the backup of a run that is in progress, here or in another process. Wait for that run, or " +
            "give each run a file of its own.");

    /// <summary>Goes on from the file that was found; where none was, writes the first one.</summary>
    public void Begin()
    {
        if (_found is null)
        {
            Write();
            return;
        }

        Restore(_found);
    }

    /// <summary>Writes the state after an epoch, or none from which nothing but numbers that are not finite would follow.</summary>
    public void Write()
    {
        if (!TensorPrimitives.IsFiniteAll<float>(_progress.Parameters.Span))
        {
            return;
        }

        StateFile file = new(_path);
        _identity.WriteTo(file);
        file.Texts[EpochsKey] =
            string.Join('\n', _progress.History.Select(epoch => EpochTable.Line(epoch, _progress.Metrics.Count)));
        if (_progress.StopMessage is { } message)
        {
            file.Texts[StopKey] = message;
        }

        file.Texts[StepKey] = _progress.Optimizer.Step.ToString(CultureInfo.InvariantCulture);
        file.Texts[LearningRateKey] = _progress.LearningRate.ToString(CultureInfo.InvariantCulture);
        file.Blocks[ParametersKey] = _progress.Parameters;
        file.Blocks[MomentsKey] = _progress.Optimizer.Moments;
        _callbacks.Save(file);
        file.Write();
    }

    /// <summary>Deletes the file of a run that came to its end, if it shall not be kept; from that of another a run can go on.</summary>
    public void End(StopReason reason, bool keep)
    {
        if (!keep && reason is (StopReason.Completed or StopReason.Callback))
        {
            File.Delete(_path);
        }
    }

    private void Restore(StateFile file)
    {
        if (file.Texts.TryGetValue(StopKey, out string? message))
        {
            _progress.Stop(message);
        }

        _progress.Optimizer.Step = long.Parse(file.Texts[StepKey], CultureInfo.InvariantCulture);
        _progress.LearningRate = float.Parse(file.Texts[LearningRateKey], CultureInfo.InvariantCulture);
        Restore(file, ParametersKey, _progress.Parameters);
        Restore(file, MomentsKey, _progress.Optimizer.Moments);
        _callbacks.Restore(file);
    }

    private static void Restore(StateFile file, string name, Block block) =>
        file.Blocks.GetValueOrDefault(name)?.Span.CopyTo(block.Span);
}
