using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Overfit.Keras.Callbacks;

/// <summary>
/// Three short trainings of real Keras with TerminateOnNaN, whose second batch has a target that is NaN or infinite. Both
/// stop at that step; Keras has taken it and ends the epoch, here it is not taken and the epoch leaves no record.
/// </summary>
public sealed partial class TerminateOnNaNTests
{
    /// <summary>Stands for the bad target, which no data set takes.</summary>
    private const float Marker = 1000;

    public static TheoryData<string> Names =>
        [.. Sequences.Select(sequence => sequence.GetProperty("name").GetString()!)];

    private static IEnumerable<JsonElement> Sequences => GoldenCases.Read("callbacks").EnumerateArray()
        .Where(sequence => sequence.GetProperty("callback").GetString() == "TerminateOnNaN");

    [Fact]
    public void AllSequencesAreThere() => Assert.Equal(3, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void StopsAtTheSameStepButDoesNotTakeIt(string name)
    {
        JsonElement sequence = Sequences.Single(sequence => sequence.GetProperty("name").GetString() == name);
        ScriptedLoss loss = new(sequence.GetProperty("bad_target").GetString() == "nan" ? float.NaN : float.PositiveInfinity);
        CountingCallback counting = new();
        Line model = new(seed: 1);
        model.Dense1.Kernel[0] = -1;

        TrainingRun run = new Trainer(loss, new Sgd { LearningRate = 0.1 }).Fit(
            model,
            Dataset.From([1f, 1f, 1f, 1f, 1f, 1f], [1f, 1f, Marker, 1f, 1f, 1f]),
            new TrainingOptions
            {
                Epochs = 3,
                BatchSize = 2,
                Order = new InOrder(),
                Validation = Dataset.From([1f, 1f], [1f, 1f]),
                Callbacks = [counting],
            });

        // Keras with raise_error leaves no end of the bad batch in its diary.
        double[] losses = [.. sequence.GetProperty("events").EnumerateArray()
            .Select(line => BatchEnd().Match(line.GetString()!))
            .Where(static match => match.Success)
            .Select(static match => Number(match.Groups[1].Value))];
        int steps = sequence.GetProperty("optimizer_steps").GetInt32();
        Assert.Equal(steps, loss.OfBatches.Count);
        Assert.Equal(losses, loss.OfBatches.Take(losses.Length));
        Assert.Equal(
            (StopReason.NonFinite, string.Create(
                CultureInfo.InvariantCulture,
                $"The loss is {loss.OfBatches[^1]} in epoch 1, step {steps}: {NonFinite.Loss}")),
            (run.StopReason, run.StopMessage));

        // The slope of (w - 1)^2 at -1 is -4: one step of a tenth of it, and no second one.
        Assert.False(sequence.GetProperty("weights_finite").GetBoolean());
        Assert.Equal(-0.6f, model.Dense1.Kernel[0], 1e-7f);
        Assert.Empty(run.History);
        Assert.Equal((0, 1), (counting.Epochs, counting.Ends));
    }

    private static double Number(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^batch [0-9]+ ends, loss ([^,]+),")]
    private static partial Regex BatchEnd();

    /// <summary>Mean squared error that puts the bad target where its marker stands, and remembers each batch's loss.</summary>
    private sealed class ScriptedLoss(float badTarget) : Loss
    {
        private readonly MeanSquaredError _error = new();

        public List<double> OfBatches { get; } = [];

        public override string Name => _error.Name;

        public override double Sum(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows) =>
            _error.Sum(scores, Scripted(targets), rows);

        public override double SumAndGradient(
            ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, int rows, Span<float> gradient)
        {
            double sum = _error.SumAndGradient(scores, Scripted(targets), rows, gradient);
            OfBatches.Add(sum / rows);
            return sum;
        }

        private float[] Scripted(ReadOnlySpan<float> targets)
        {
            float[] scripted = targets.ToArray();
            scripted.AsSpan().Replace(Marker, badTarget);
            return scripted;
        }
    }

    private sealed class InOrder : BatchOrder
    {
        public override void Fill(int epoch, Span<int> rows)
        {
            for (int row = 0; row < rows.Length; row++)
            {
                rows[row] = row;
            }
        }
    }

    private sealed class CountingCallback : Callback
    {
        public int Epochs { get; private set; }

        public int Ends { get; private set; }

        public override void OnEpochEnd(TrainingProgress progress, EpochRecord record) => Epochs++;

        public override void OnTrainEnd(TrainingProgress progress) => Ends++;
    }
}

[Model(1)]
[Dense(1, UseBias = false)]
internal sealed partial class Line;
