namespace Overfit;

/// <summary>Refuses what cannot be trained or measured together, before anything is computed.</summary>
internal static class FitCheck
{
    public static void Check<TModel>(
        ModelDescription description, TModel model, Dataset data, Dataset? validation, Loss loss, IReadOnlyList<Metric> metrics)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        Refuse(loss.Misfit(description));
        if (loss.ReadsLogits(description) && description.OutputActivation != Activation.Linear
            && model.Layers[^1] is DenseLayer { ActivityL1: > 0 } or DenseLayer { ActivityL2: > 0 })
        {
            Refuse($"{loss.Name} goes through {description.OutputActivation} by itself, so the activity penalty of layer " +
                $"'{model.Layers[^1].Name}' behind it cannot be trained. Set its ActivityL1 and ActivityL2 to 0.");
        }

        Check(description, data, "training", loss, metrics);
        if (validation is not null)
        {
            Check(description, validation, "validation", loss, metrics);
        }
    }

    private static void Check(ModelDescription model, Dataset data, string part, Loss loss, IReadOnlyList<Metric> metrics)
    {
        if (data.FeatureCount != model.InputWidth)
        {
            Refuse($"The {part} part has {data.FeatureCount} features a row, but {model.Name} takes {model.InputWidth}. " +
                $"Choose other columns or declare [Model({data.FeatureCount})].");
        }

        int targets = loss.TargetWidth(model);
        if (data.TargetCount != targets)
        {
            Refuse($"The {part} part has {data.TargetCount} targets a row, but {loss.Name} of {model.Name}, which has " +
                $"{model.OutputWidth} outputs, takes {targets}. Change the targets, the loss or the last layer.");
        }

        for (int row = 0; row < data.Count; row++)
        {
            if (loss.Misfit(data.TargetsOf(row), model.OutputWidth) is { } misfit)
            {
                Refuse($"Row {row} of the {part} part: {misfit}");
            }
        }

        foreach (Metric metric in metrics)
        {
            Refuse(metric.Misfit(model, data.TargetCount));
        }
    }

    private static void Refuse(string? misfit)
    {
        if (misfit is not null)
        {
            throw new ArgumentException(misfit);
        }
    }
}
