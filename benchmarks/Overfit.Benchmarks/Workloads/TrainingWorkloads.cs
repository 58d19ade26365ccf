using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Torch;

namespace Overfit.Benchmarks.Workloads;

/// <summary>Steps, gradients and whole trainings.</summary>
internal static class TrainingWorkloads
{
    private const string Ours = "Overfit", Torch = "TorchSharp", OneThread = "Overfit, 1 thread", TwoThreads = "Overfit, 2 threads";
    private const int Batches = 8;

    /// <summary>A whole step with Adam, on batches that take turns.</summary>
    public static Workload Step<TModel>(string name, Loss loss, int rows, Contender unit, double limit)
        where TModel : class, IModel<TModel> =>
        new(name, unit.Name, [.. StepsOf<TModel>(loss, rows), unit], [Target.Against(unit.Name, limit)]);

    /// <summary>The same step with its products and its update shared by two threads.</summary>
    public static Workload SharedStep<TModel>(string name, Loss loss, int rows, double speedup)
        where TModel : class, IModel<TModel>
    {
        double operations = Arithmetic.Training(rows, Arithmetic.Widths(TModel.Description));
        Contender OnThreads(int threads, string contender) =>
            new(contender, operations, () => new OverfitStep<TModel>(loss, rows, Batches, threads));
        Contender one = OnThreads(1, OneThread);
        return new Workload(name, one.Name, [OnThreads(2, TwoThreads), one], [Target.Against(one.Name, 1 / speedup)])
        {
            IsParallel = true,
        };
    }

    /// <summary>A step whose widths and rows fit no register, beside the least it can take.</summary>
    public static Workload OddStep()
    {
        Contender update = new("Overfit, update alone", 0, () => new OverfitUpdate<OddNet>());
        return new Workload(
            "30-17-5-1 sigmoid, batch 13",
            Units.Article.Name,
            [.. StepsOf<OddNet>(new BinaryCrossEntropy(), rows: 13), update, Units.Article],
            [Target.AgainstPeakAnd(update.Name, 2)]);
    }

    /// <summary>Loss and gradient of all rows as one batch, without an update.</summary>
    public static Workload Gradient<TModel>(string name, int rows, Contender unit, double limit)
        where TModel : class, IModel<TModel>
    {
        double operations = Arithmetic.Training(rows, Arithmetic.Widths(TModel.Description));
        MeanSquaredError loss = new();
        return new Workload(
            name,
            unit.Name,
            [
                new(Ours, operations, () => new OverfitGradient<TModel>(loss, rows)),
                new(Torch, operations, () => new TorchGradient<TModel>(loss, rows, batches: 1)),
                unit,
            ],
            [Target.Against(unit.Name, limit)]);
    }

    /// <summary>What there is around the steps: order, measuring both parts each epoch, history.</summary>
    public static Workload WholeTraining()
    {
        Contender steps = new("Overfit, 600 steps alone", StepOperations(), () => new OverfitTrainingSteps());
        Contender training = new(Ours, TrainingOperations(), () => new OverfitTraining(trials: 1, threads: 1));
        return new Workload(
            "article training: 200 epochs with validation", steps.Name, [training, steps], [Target.Against(steps.Name, 1.35)]);
    }

    /// <summary>Trials share nothing, so two threads should do nearly twice as many.</summary>
    public static Workload ManyTrainings()
    {
        const int Trials = 100;
        Contender OnThreads(int threads, string name) =>
            new(name, TrainingOperations(), () => new OverfitTraining(Trials, threads)) { Repeats = Trials };
        Contender one = OnThreads(1, OneThread);
        return new Workload(
            $"article training, one of {Trials}",
            one.Name,
            [OnThreads(2, TwoThreads), one],
            [Target.Against(one.Name, 1 / 1.9)])
        {
            Rounds = 7,
            IsParallel = true,
        };
    }

    private static IEnumerable<Contender> StepsOf<TModel>(Loss loss, int rows)
        where TModel : class, IModel<TModel>
    {
        double operations = Arithmetic.Training(rows, Arithmetic.Widths(TModel.Description));
        yield return new(Ours, operations, () => new OverfitStep<TModel>(loss, rows, Batches));
        yield return new(Torch, operations, () => new TorchStep<TModel>(loss, rows, Batches));
    }

    private static double StepOperations() => OverfitTraining.Epochs * Arithmetic.Training(
        OverfitTraining.TrainingRows, Arithmetic.Widths(PlainRegressor.Description));

    /// <summary>Each epoch also measures both parts.</summary>
    private static double TrainingOperations() => StepOperations() + (OverfitTraining.Epochs * Arithmetic.Inference(
        OverfitTraining.Rows, Arithmetic.Widths(PlainRegressor.Description)));
}
