using Overfit;

namespace Article;

/// <summary>One contender with one seed; its result depends on nothing else.</summary>
internal sealed record Trial(Contender Contender, int Seed);

/// <summary>Data losses at the end of one trial; the recalibrated ones only for batch normalization.</summary>
internal sealed record TrialResult(Trial Trial, Losses Final, Losses? Recalibrated)
{
    public static TrialResult Of(Trial trial, TrainingRun run) =>
        new(trial, Losses.Of(run.Final), run.Recalibrated is { } recalibrated ? Losses.Of(recalibrated) : null);
}

/// <summary>Training and validation data loss.</summary>
internal readonly record struct Losses(double Training, double Validation)
{
    public static Losses Of(Evaluation evaluation) => new(evaluation.Training.DataLoss, evaluation.Validation!.DataLoss);
}
