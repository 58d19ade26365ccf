namespace Overfit.Tests.Training;

/// <summary>Small data for every kind of model.</summary>
internal static class TrainingData
{
    /// <summary>The article's line: y = 2x + 1 + noise, x from 0 to 10.</summary>
    public static Dataset Line(int rows, int seed = 0)
    {
        Random random = new(seed);
        float[] x = [.. Enumerable.Range(0, rows).Select(_ => 10 * random.NextSingle())];
        return Dataset.From(x, x.Select(value => (2 * value) + 1 + (2 * random.NextSingle()) - 1).ToArray());
    }

    /// <summary>Features from -1 to 1 and targets that fit a loss.</summary>
    public static Dataset For<TModel>(Loss loss, int rows)
        where TModel : class, IModel<TModel>
    {
        (int inputs, int outputs) = (TModel.Description.InputWidth, TModel.Description.OutputWidth);
        Random random = new(rows);
        float[] features = [.. Enumerable.Range(0, rows * inputs).Select(_ => (2 * random.NextSingle()) - 1)];
        int[] classes = [.. Enumerable.Range(0, rows).Select(_ => random.Next(outputs))];
        float[] targets = loss switch
        {
            SparseCategoricalCrossEntropy => [.. classes.Select(number => (float)number)],
            CategoricalCrossEntropy =>
                [.. Enumerable.Range(0, rows * outputs).Select(i => i % outputs == classes[i / outputs] ? 1f : 0)],
            _ => [.. Enumerable.Range(0, rows * outputs).Select(_ => random.NextSingle())],
        };
        return new Dataset(features, inputs, targets, targets.Length / rows);
    }
}
