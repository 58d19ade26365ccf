using System.Globalization;

namespace Overfit;

/// <summary>Refuses what cannot be trained or measured together, before anything is computed.</summary>
internal static class FitCheck
{
    /// <summary>Refuses what cannot be trained.</summary>
    public static void Check<TModel>(
        ModelDescription description, TModel model, Dataset training, Dataset? validation, Loss loss, IReadOnlyList<Metric> metrics)
        where TModel : class, IModel<TModel>
    {
        CheckModel(description, model, loss);
        CheckData(description, training, "training part", loss, metrics);
        if (validation is not null)
        {
            CheckData(description, validation, "validation part", loss, metrics);
        }
    }

    /// <summary>Refuses files that would overwrite each other.</summary>
    /// <param name="options">Name the files.</param>
    /// <param name="backup">The file behind the backup's path.</param>
    public static void CheckFiles(TrainingOptions options, string? backup)
    {
        HashSet<string> files =
            backup is null ? [] : [Path.GetFullPath(options.Backup!), backup, backup + FileLock.Extension];
        foreach (CsvLog log in options.Callbacks.OfType<CsvLog>())
        {
            if (!files.Add(Path.GetFullPath(log.FilePath)))
            {
                Refuse($"the CsvLog of '{log.FilePath}' writes to a file that this run needs for its backup or another log. Give each a " +
                    "file of its own.");
            }
        }
    }

    /// <summary>Refuses what cannot be measured.</summary>
    public static void Check<TModel>(
        ModelDescription description, TModel model, Dataset data, Loss loss, IReadOnlyList<Metric> metrics)
        where TModel : class, IModel<TModel>
    {
        CheckModel(description, model, loss);
        CheckData(description, data, "dataset", loss, metrics);
    }

    private static void CheckModel<TModel>(ModelDescription description, TModel model, Loss loss)
        where TModel : class, IModel<TModel>
    {
        Refuse(loss.Misfit(description));
        bool isFused = loss.ReadsLogits(description) && description.OutputActivation != Activation.Linear;
        if (isFused && model.Layers[^1] is DenseLayer last && (last.ActivityL1 > 0 || last.ActivityL2 > 0))
        {
            Refuse($"{loss.Name} goes through {description.OutputActivation} by itself, so the activity penalty of layer " +
                $"'{last.Name}' behind it cannot be trained. Set its ActivityL1 and ActivityL2 to 0.");
        }
    }

    private static void CheckData(
        ModelDescription model, Dataset data, string part, Loss loss, IReadOnlyList<Metric> metrics)
    {
        InputWidth.Require(model, data, part);
        int targets = loss.TargetWidth(model);
        if (data.TargetCount != targets)
        {
            Refuse($"The {part} has {data.TargetCount} target{(data.TargetCount == 1 ? "" : "s")} a row, but {loss.Name} takes " +
                $"{targets} for {model.Name}, whose outputs are {model.OutputShape}. Change the targets, the loss or the last layer.");
        }

        foreach (Metric metric in metrics)
        {
            Refuse(metric.Misfit(model, data.TargetCount));
        }

        for (int row = 0; row < data.Count; row++)
        {
            RefuseRow(row, part, loss.Misfit(data.TargetsOf(row), model.OutputWidth));
            foreach (Metric metric in metrics)
            {
                RefuseRow(row, part, metric.Misfit(data.TargetsOf(row)));
            }
        }
    }

    private static void RefuseRow(int row, string part, string? misfit)
    {
        if (misfit is not null)
        {
            Refuse(string.Create(CultureInfo.InvariantCulture, $"Row {row} of the {part}: {misfit}"));
        }
    }

    /// <summary>A misfit begins with the name of what does not fit, such as a loss, which is a sentence's first word here.</summary>
    private static void Refuse(string? misfit)
    {
        if (misfit is not null)
        {
            throw new ArgumentException($"{char.ToUpperInvariant(misfit[0])}{misfit[1..]}");
        }
    }
}
