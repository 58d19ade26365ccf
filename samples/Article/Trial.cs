using Overfit;

namespace Article;

/// <summary>One contender with one seed; its result depends on nothing else.</summary>
internal sealed record Trial(Contender Contender, int Seed);

/// <summary>Data losses at the end of one trial; the recalibrated ones only for batch normalization.</summary>
internal sealed record TrialResult(double Training, double Validation, double? RecalibratedTraining, double? RecalibratedValidation)
{
    public static TrialResult Of(TrainingRun run) => new(
        run.Final.Training.DataLoss,
        run.Final.Validation!.DataLoss,
        run.Recalibrated?.Training.DataLoss,
        run.Recalibrated?.Validation!.DataLoss);
}
