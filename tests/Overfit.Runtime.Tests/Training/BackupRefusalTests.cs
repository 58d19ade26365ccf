using Overfit.Tests.Models;
using Overfit.Tests.Persistence;

namespace Overfit.Tests.Training;

/// <summary>A run goes on from no file but its own: what differs is said, nothing is trained, and the file stays.</summary>
public sealed class BackupRefusalTests : IDisposable
{
    private static readonly Dataset Line = TrainingData.Line(40);
    private static readonly RunSettings Saved = new(new LineNet(1), Line, new Huber(), new Adam(), [], new()
    {
        Epochs = 5,
        Validation = TrainingData.Line(10),
        Callbacks = [new EarlyStopping { Patience = 3 }],
    });

    private static readonly Dictionary<string, (RunSettings Run, string Difference)> Others = new()
    {
        ["layer"] = (
            Saved with { Model = new OtherLineNet(1) },
            "its layer 1 is '1 Dense1: Dense [1] -> [1]', this run's is '1 Dense1: Dense [1] -> [2]'"),
        ["layer setting"] = (
            Saved with { Model = Penalized() },
            "its layer setting 1 is 'Dense1 { KernelL1 = 0, KernelL2 = 0, BiasL1 = 0, BiasL2 = 0, "
            + "ActivityL1 = 0, ActivityL2 = 0 }', this run's is 'Dense1 { KernelL1 = 0, KernelL2 = 0.5, "),
        ["first parameters"] = (Saved with { Model = new LineNet(2) }, "its model before the first epoch is 'SHA-256 "),
        ["loss"] = (
            Saved with { Loss = new MeanSquaredError() },
            "its loss is 'Huber loss { Delta = 1 }', this run's is 'mean squared error'"),
        ["setting of the loss"] = (Saved with { Loss = new Huber(2) }, "this run's is 'Huber loss { Delta = 2 }'"),
        ["optimizer"] = (
            Saved with { Optimizer = new AdamW() },
            "its optimizer is 'Adam { LearningRate = 0.001, Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1E-07, AmsGrad = False, "
            + "WeightDecay = 0 }', this run's is 'AdamW { LearningRate = 0.001, "),
        ["learning rate"] = (Saved with { Optimizer = new Adam { LearningRate = 0.5 } }, "this run's is 'Adam { LearningRate = 0.5, "),
        ["metric"] = (Saved with { Metrics = [Metric.MeanAbsoluteError()] }, "its metric 1 is missing, this run's is 'mae'"),
        ["batch size"] = (Saved.With(options => options with { BatchSize = 16 }), "its BatchSize is '32', this run's is '16'"),
        ["seed"] = (Saved.With(options => options with { Seed = 7 }), "its Seed is '0', this run's is '7'"),
        ["epochs"] = (Saved.With(options => options with { Epochs = 6 }), "its Epochs is '5', this run's is '6'"),
        ["evaluation frequency"] = (
            Saved.With(options => options with { EvaluationFrequency = 2 }), "its EvaluationFrequency is '1', this run's is '2'"),
        ["order"] = (Saved.With(options => options with { Order = new SequentialOrder() }), "its order of the first epoch is 'SHA-256 "),
        ["rows"] = (Saved with { Training = TrainingData.Line(41) }, "its training part is '40 rows of 1 + 1, SHA-256 "),
        ["values"] = (Saved with { Training = TrainingData.Line(40, seed: 1) }, "this run's is '40 rows of 1 + 1, SHA-256 "),
        ["validation"] = (
            Saved.With(options => options with { Validation = Line }), "its validation part is '10 rows of 1 + 1, SHA-256 "),
        ["no callback"] = (Saved.With(options => options with { Callbacks = [] }), ", StartFromEpoch = 0 }', this run's is missing."),
        ["patience"] = (
            Saved.With(options => options with { Callbacks = [new EarlyStopping { Patience = 4 }] }),
            "its callback 1 is 'EarlyStopping { Monitor = validation objective, MinDelta = 0, Patience = 3, Baseline = , "
            + "RestoreBestWeights = False, StartFromEpoch = 0 }', this run's is "),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Differences => [.. Others.Keys];

    private string Backup => _folder.PathOf("run.backup");

    [Theory]
    [MemberData(nameof(Differences))]
    public void AnotherRunIsRefused(string what)
    {
        byte[] saved = Interrupted();
        (RunSettings run, string difference) = Others[what];

        string message = Refused(run);

        Assert.StartsWith($"'{Backup}' is the backup of another run: its ", message, StringComparison.Ordinal);
        Assert.Contains(difference, message, StringComparison.Ordinal);
        Assert.EndsWith(
            what == "first parameters"
                ? ". Pass the model as that run received it, such as a new one with its seed: to train changes a model. " +
                    "Or delete the file to begin anew, or name another."
                : ". Start that run again to go on with it, delete the file to begin anew, or name another.",
            message,
            StringComparison.Ordinal);
        Assert.Equal(saved, File.ReadAllBytes(Backup));
    }

    [Fact]
    public void TheSameRunIsNotRefused()
    {
        Interrupted();
        Assert.Equal(5, Saved.Fit(Backup).History.Count);
    }

    [Fact]
    public void AModelFileIsNoBackup()
    {
        ModelFile.Save(new LineNet(1), Backup);
        Assert.Equal($"'{Backup}' is not the backup of a run. Name another file.", Refused(Saved));
    }

    [Fact]
    public void AnotherVersionIsRefused()
    {
        byte[] bytes = Interrupted();
        bytes[bytes.AsSpan().IndexOf("\"overfit.state\":\"1"u8) + 17]++;
        File.WriteAllBytes(Backup, bytes);
        Assert.Equal(
            $"'{Backup}' is the state of a run of version '2'; this library reads version 1. Delete it, and the run begins anew.",
            Refused(Saved));
    }

    [Fact]
    public void EveryDamagedByteIsRefused()
    {
        byte[] valid = Interrupted();
        for (int i = 0; i < valid.Length; i++)
        {
            byte[] damaged = [.. valid];
            damaged[i] ^= 1;
            File.WriteAllBytes(Backup, damaged);
            Assert.Throws<ModelFileException>(() => StateFile.Read(Backup));
        }
    }

    [Fact]
    public void ADamagedValueIsSaid()
    {
        byte[] damaged = Interrupted();
        damaged[^1] ^= 1;
        File.WriteAllBytes(Backup, damaged);
        Assert.Equal(
            $"'{Backup}' does not hold what was saved: its checksum is another. It is damaged. Delete it, and the run begins anew.",
            Refused(Saved));
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        byte[] valid = Interrupted();
        for (int length = 0; length < valid.Length; length++)
        {
            File.WriteAllBytes(Backup, valid[..length]);
            string message = Assert.Throws<ModelFileException>(() => StateFile.Read(Backup)).Message;
            Assert.EndsWith(
                "If it is a backup, it is damaged. Delete it, and the run begins anew. If not, name another file.",
                message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AMissingFolderIsFoundOutBeforeTheFirstStep()
    {
        using CancellingLoss counting = new(new Huber(), steps: null);
        Assert.Throws<DirectoryNotFoundException>(() => (Saved with { Loss = counting }).Fit(_folder.PathOf("missing/run.backup")));
        Assert.Equal(0, counting.Steps);
    }

    public void Dispose() => _folder.Dispose();

    private static LineNet Penalized()
    {
        LineNet model = new(1);
        model.Dense1.KernelL2 = 0.5f;
        return model;
    }

    /// <summary>What a run leaves that was interrupted in its second epoch.</summary>
    private byte[] Interrupted()
    {
        using CancellingLoss cancelling = new(new Huber(), steps: 3);
        TrainingRun run = (Saved with { Loss = cancelling }).Fit(Backup, cancelling.Token);
        Assert.Equal((StopReason.Cancelled, 1), (run.StopReason, run.History.Count));
        return File.ReadAllBytes(Backup);
    }

    private string Refused(RunSettings run)
    {
        using CancellingLoss counting = new(run.Loss, steps: null);
        string message = Assert.Throws<ModelFileException>(() => (run with { Loss = counting }).Fit(Backup)).Message;
        Assert.Equal(0, counting.Steps);
        return message;
    }
}
