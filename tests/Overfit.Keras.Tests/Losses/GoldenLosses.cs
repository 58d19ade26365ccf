using System.Text.Json;

namespace Overfit.Keras.Losses;

/// <summary>The loss that a golden case was made with.</summary>
internal static class GoldenLosses
{
    private static readonly JsonElement Cases = GoldenCases.Read("losses").GetProperty("cases");

    public static Loss Create(string name)
    {
        JsonElement config = Cases.EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == name).GetProperty("config");
        return config.GetProperty("class").GetString() switch
        {
            "MeanSquaredError" => new MeanSquaredError(),
            "MeanAbsoluteError" => new MeanAbsoluteError(),
            "Huber" => config.TryGetProperty("delta", out JsonElement delta) ? new Huber(delta.GetDouble()) : new Huber(),
            "BinaryCrossentropy" => new BinaryCrossEntropy { LabelSmoothing = Number(config, "label_smoothing") },
            "CategoricalCrossentropy" => new CategoricalCrossEntropy { LabelSmoothing = Number(config, "label_smoothing") },
            "SparseCategoricalCrossentropy" => new SparseCategoricalCrossEntropy(),
            string other => throw new InvalidDataException($"no loss for {other}"),
            null => throw new InvalidDataException("a case without a class"),
        };
    }

    private static double Number(JsonElement config, string name) => config.GetProperty(name).GetDouble();
}
