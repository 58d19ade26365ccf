namespace Overfit.Tests.Losses;

/// <summary>Every loss with scores and targets that fit it, drawn from a fixed seed.</summary>
internal sealed record LossSample(Loss Loss, float[] Scores, float[] Targets, int Rows)
{
    public static IReadOnlyDictionary<string, Loss> Losses { get; } = new Dictionary<string, Loss>
    {
        ["squared"] = new MeanSquaredError(),
        ["absolute"] = new MeanAbsoluteError(),
        ["huber"] = new Huber(),
        ["huber-0.3"] = new Huber(0.3),
        ["binary"] = new BinaryCrossEntropy(),
        ["binary-smooth"] = new BinaryCrossEntropy { LabelSmoothing = 0.2 },
        ["categorical"] = new CategoricalCrossEntropy(),
        ["categorical-smooth"] = new CategoricalCrossEntropy { LabelSmoothing = 0.1 },
        ["sparse"] = new SparseCategoricalCrossEntropy(),
    };

    /// <summary>The names of the losses: one row of test data each.</summary>
    public static TheoryData<string> Names => [.. Losses.Keys];

    public static LossSample Draw(string name, int rows, int width)
    {
        Random random = new(rows + (1000 * width));
        Loss loss = Losses[name];
        float[] scores = [.. Enumerable.Range(0, rows * width).Select(_ => (6 * random.NextSingle()) - 3)];
        float[] targets = loss switch
        {
            BinaryCrossEntropy => [.. scores.Select(_ => random.NextSingle())],
            CategoricalCrossEntropy => [.. Enumerable.Range(0, rows).SelectMany(_ => Distribution(random, width))],
            SparseCategoricalCrossEntropy => [.. Enumerable.Range(0, rows).Select(_ => (float)random.Next(width))],
            _ => [.. scores.Select(_ => (6 * random.NextSingle()) - 3)],
        };
        return new LossSample(loss, scores, targets, rows);
    }

    private static float[] Distribution(Random random, int classes)
    {
        float[] weights = [.. Enumerable.Range(0, classes).Select(_ => random.NextSingle())];
        float total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }
}
