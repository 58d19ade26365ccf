using Overfit.Tests.Models;
using Overfit.Tests.Persistence;

namespace Overfit.Tests.Training;

/// <summary>A run that is interrupted, as often as may be, ends as if it had not been: the same bits, the same history.</summary>
public sealed class ResumeTests : IDisposable
{
    /// <summary>40 rows in batches of 16.</summary>
    private const int StepsOfAnEpoch = 3;

    private static readonly Dictionary<string, Optimizer> Optimizers = new()
    {
        ["sgd"] = new Sgd(),
        ["momentum"] = new Sgd { Momentum = 0.9 },
        ["nesterov"] = new Sgd { Momentum = 0.9, Nesterov = true },
        ["adam"] = new Adam(),
        ["amsgrad"] = new Adam { AmsGrad = true },
        ["adamw"] = new AdamW(),
        ["rmsprop"] = new RmsProp(),
        ["rmsprop with momentum"] = new RmsProp { Momentum = 0.9 },
        ["centered rmsprop"] = new RmsProp { Momentum = 0.9, Centered = true },
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> OptimizerNames => [.. Optimizers.Keys];

    private string Backup => _folder.PathOf("run.backup");

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void EveryOptimizerGoesOn(string optimizer) =>
        Interrupt<NormalizedDroppingNet>(Optimizers[optimizer], () => new() { Epochs = 5, BatchSize = 16, Seed = 3 });

    [Fact]
    public void AMeasurementThatWasLeftOutStaysSo() =>
        Interrupt<DroppingNet>(new Adam(), () => new() { Epochs = 5, BatchSize = 16, EvaluationFrequency = 2 });

    [Fact]
    public void ARecordedOrderGoesOn() => Interrupt<NormalizedNet>(
        new Adam(),
        () => new()
        {
            Epochs = 4,
            BatchSize = 16,
            Order = new RecordedOrder([Turned(0), Turned(7), Turned(14), Turned(21)]),
        });

    [Fact]
    public void AnotherNumberOfThreadsGoesOn()
    {
        TrainingOptions options = new() { Epochs = 3, BatchSize = 16, Threads = 1 };
        MeanSquaredError loss = new();
        Dataset data = TrainingData.For<WideRegressor>(loss, 40);
        ResumedRun whole = ResumedRun.Of<WideRegressor>(data, loss, new Adam(), () => options);
        int threads = 0;
        ResumedRun resumed = ResumedRun.Of<WideRegressor>(
            data, loss, new Adam(), () => options with { Backup = Backup, Threads = ++threads }, StepsOfAnEpoch + 1);
        Assert.Equal(3, threads);
        resumed.RequireSame(whole);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EarlyStoppingGoesOn(bool restoring)
    {
        // Noise that a large net learns by heart: the validation loss rises soon, and the best epoch is not the last.
        MeanSquaredError loss = new();
        (Dataset training, Dataset validation) = (TrainingData.For<NormalizedNet>(loss, 40), TrainingData.For<NormalizedNet>(loss, 41));
        TrainingOptions Options(string? backup) => new()
        {
            Epochs = 60,
            BatchSize = 16,
            Validation = validation,
            Backup = backup,
            Callbacks = [new EarlyStopping { Patience = 4, RestoreBestWeights = restoring }],
        };
        Adam optimizer = new() { LearningRate = 0.02 };
        ResumedRun whole = ResumedRun.Of<NormalizedNet>(training, loss, optimizer, () => Options(null));
        Assert.Equal(StopReason.Callback, whole.Run.StopReason);
        foreach (int steps in new[] { StepsOfAnEpoch, StepsOfAnEpoch + 1, 11 })
        {
            ResumedRun resumed = ResumedRun.Of<NormalizedNet>(training, loss, optimizer, () => Options(Backup), steps);
            Assert.True(resumed.Starts > 1);
            resumed.RequireSame(whole);
        }
    }

    [Fact]
    public void ALearningRateThatACallbackSetsGoesOn()
    {
        TrainingOptions Options() => new() { Epochs = 5, BatchSize = 16, Callbacks = [new WarmUp()] };
        Interrupt<DroppingNet>(new Adam(), Options);
        IEnumerable<float> rates = Run<DroppingNet>(new Adam(), Options).History.Select(epoch => epoch.LearningRate);
        Assert.Equal([0.1f, 0.05f, 0.025f, 0.0125f, 0.00625f], rates);
    }

    [Fact]
    public void ACallbackIsToldOfTheEpochsBefore()
    {
        List<int> begins = [], ends = [];
        TrainingOptions Options() => new() { Epochs = 3, BatchSize = 16, Callbacks = [new Listener(begins, ends)] };
        Interrupt<DroppingNet>(new Adam(), Options, StepsOfAnEpoch + 1);

        // First the run without interruption, then three starts, of one epoch each.
        Assert.Equal([0, 0, 1, 2], begins);
        Assert.Equal([1, 2, 3, 1, 2, 3], ends);
    }

    [Fact]
    public void TheLogOfAResumedRunHasEachEpochOnce()
    {
        string log = _folder.PathOf("epochs.csv");
        TrainingOptions Options(string? backup) => new() { Epochs = 5, BatchSize = 16, Backup = backup, Callbacks = [new CsvLog(log)] };
        Run<DroppingNet>(new Adam(), () => Options(null));
        string[][] whole = Cells(log);
        Assert.Equal(5, Run<DroppingNet>(new Adam(), () => Options(Backup), StepsOfAnEpoch + 2).Starts);
        string[][] resumed = Cells(log);

        Assert.Equal(1 + 5, resumed.Length);
        Assert.Equal(whole, resumed);
    }

    [Fact]
    public void ARunThatDivergedGoesOnToTheSameEnd()
    {
        TrainingOptions Options() => new() { Epochs = 9, BatchSize = 16, Backup = Backup, Callbacks = [new Poison()] };
        ResumedRun first = Run<DroppingNet>(new Adam(), Options);
        Assert.Equal((StopReason.NonFinite, 3), (first.Run.StopReason, first.History.Length));
        Assert.True(File.Exists(Backup));

        ResumedRun again = Run<DroppingNet>(new Adam(), Options);
        again.RequireSame(first);
        Assert.Equal(StepsOfAnEpoch + 1, again.Steps);
    }

    [Fact]
    public void AKeptBackupOfARunThatEndedReturnsTheSameAtOnce()
    {
        TrainingOptions Options() => new()
        {
            Epochs = 9,
            BatchSize = 16,
            Backup = Backup,
            KeepBackup = true,
            Callbacks = [new EarlyStopping { Monitor = Quantity.OnlineLoss, MinDelta = 1e9, Patience = 3, RestoreBestWeights = true }],
        };
        ResumedRun first = Run<DroppingNet>(new Adam(), Options);
        ResumedRun again = Run<DroppingNet>(new Adam(), Options);
        Assert.Equal((StopReason.Callback, 4), (first.Run.StopReason, first.History.Length));
        again.RequireSame(first);
        Assert.Equal(0, again.Steps);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Interrupts every so many steps, which is between epochs and in each of their steps.</summary>
    private void Interrupt<TModel>(Optimizer optimizer, Func<TrainingOptions> options)
        where TModel : class, IModel<TModel>
    {
        for (int steps = StepsOfAnEpoch; steps < 4 * StepsOfAnEpoch; steps++)
        {
            Interrupt<TModel>(optimizer, options, steps);
        }
    }

    private static int[] Turned(int first) => [.. Enumerable.Range(0, 40).Select(i => (i + first) % 40)];

    private void Interrupt<TModel>(Optimizer optimizer, Func<TrainingOptions> options, int steps)
        where TModel : class, IModel<TModel>
    {
        ResumedRun whole = Run<TModel>(optimizer, options);
        ResumedRun resumed = Run<TModel>(optimizer, () => options() with { Backup = Backup }, steps);
        Assert.True(resumed.Starts > 1);
        resumed.RequireSame(whole);
        Assert.False(File.Exists(Backup));
    }

    private static ResumedRun Run<TModel>(Optimizer optimizer, Func<TrainingOptions> options, int? steps = null)
        where TModel : class, IModel<TModel>
    {
        MeanSquaredError loss = new();
        return ResumedRun.Of<TModel>(TrainingData.For<TModel>(loss, 40), loss, optimizer, options, steps);
    }

    /// <summary>All cells but the times.</summary>
    private static string[][] Cells(string log) =>
        [.. File.ReadAllLines(log).Select(line => line.Split(',').Where((_, column) => column != 3).ToArray())];

    /// <summary>Starts with a rate of its own, which is halved after each epoch.</summary>
    private sealed class WarmUp : Callback
    {
        public override void OnTrainBegin(TrainingProgress progress) => progress.LearningRate = 0.1f;

        public override void OnEpochEnd(TrainingProgress progress, EpochRecord record) => progress.LearningRate /= 2;
    }

    /// <summary>Writes down how many epochs there were.</summary>
    private sealed class Listener(List<int> begins, List<int> ends) : Callback
    {
        public override void OnTrainBegin(TrainingProgress progress) => begins.Add(progress.History.Count);

        public override void OnEpochEnd(TrainingProgress progress, EpochRecord record) => ends.Add(progress.History.Count);
    }

    /// <summary>Spoils the parameters after the third epoch.</summary>
    private sealed class Poison : Callback
    {
        public override void OnEpochEnd(TrainingProgress progress, EpochRecord record)
        {
            if (record.Epoch == 2)
            {
                progress.Parameters.Span[0] = float.NaN;
            }
        }
    }
}
