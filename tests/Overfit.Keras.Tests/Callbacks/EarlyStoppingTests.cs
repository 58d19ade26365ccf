using System.Text.Json;
using Overfit.Keras.Trainings;

namespace Overfit.Keras.Callbacks;

/// <summary>
/// Scripted sequences that real Keras's EarlyStopping was put through: when it stops, what it holds for the best epoch and
/// its value, how far it has counted, and which epoch's weights are there in the end. Exact: nothing is computed but
/// comparisons.
/// </summary>
public sealed class EarlyStoppingTests
{
    public static TheoryData<string> Names =>
        [.. Sequences.Select(sequence => sequence.GetProperty("name").GetString()!)];

    private static IEnumerable<JsonElement> Sequences => GoldenCases.Read("callbacks").EnumerateArray()
        .Where(sequence => sequence.GetProperty("callback").GetString() == "EarlyStopping");

    [Fact]
    public void AllSequencesAreThere() => Assert.Equal(52, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void StopsAndRestoresAsKeras(string name)
    {
        JsonElement sequence = Sequences.Single(sequence => sequence.GetProperty("name").GetString() == name);
        JsonElement arguments = sequence.GetProperty("arguments"), outcome = sequence.GetProperty("outcome");
        JsonElement baseline = arguments.GetProperty("baseline");

        // The model's one weight is the number of the epoch that has just ended. A metric carries the scripted values, so
        // that both directions can be watched.
        Block weight = new(1);
        ScriptedMetric metric = new();
        TrainingOptions options = new() { Epochs = 100, Validation = Dataset.From([0f], [0f]) };
        OptimizerState state = new(1, 0, learningRate: 0);
        TrainingProgress progress = new(PlainRegressor.Description, weight, options, [metric], state, history: []);
        EarlyStopping stopping = new()
        {
            Monitor = Quantity.ValidationMetric(metric.Name, arguments.GetProperty("mode").GetString() == "max"),
            MinDelta = arguments.GetProperty("min_delta").GetDouble(),
            Patience = arguments.GetProperty("patience").GetInt32(),
            Baseline = baseline.ValueKind == JsonValueKind.Null ? null : baseline.GetDouble(),
            RestoreBestWeights = arguments.GetProperty("restore_best_weights").GetBoolean(),
            StartFromEpoch = arguments.GetProperty("start_from_epoch").GetInt32(),
        };
        stopping.OnTrainBegin(progress);
        int epoch = 0;
        int? stoppedAfter = null;
        foreach (JsonElement value in sequence.GetProperty("values").EnumerateArray())
        {
            weight.Span[0] = epoch;
            SplitRecord? validation = Value(value) is { } number ? new SplitRecord(0, 0, [number]) : null;
            stopping.OnEpochEnd(progress, new EpochRecord(epoch, 0, 0, null, validation, TimeSpan.Zero));
            if (progress.StopMessage is not null)
            {
                stoppedAfter = epoch;
                break;
            }

            epoch++;
        }

        stopping.OnTrainEnd(progress);
        JsonElement expected = outcome.GetProperty("stopped_after_epoch");
        Assert.Equal(expected.ValueKind == JsonValueKind.Null ? null : expected.GetInt32(), stoppedAfter);
        Assert.Equal(stoppedAfter, stopping.StoppedEpoch);
        Assert.Equal(outcome.GetProperty("best_epoch").GetInt32(), stopping.BestEpoch);
        Assert.Equal(Value(outcome.GetProperty("best_value")) is { } best ? (float)best : null, stopping.BestValue);
        Assert.Equal(outcome.GetProperty("wait_at_end").GetInt32(), stopping.Wait);
        Assert.Equal(outcome.GetProperty("weights_of_epoch").GetInt32(), (int)weight.Span[0]);
    }

    private static double? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() == "nan" ? double.NaN : double.PositiveInfinity,
        _ => value.GetDouble(),
    };

    private sealed class ScriptedMetric : Metric
    {
        public override string Name => "scripted";

        public override double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows) => 0;
    }
}
