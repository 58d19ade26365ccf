namespace Overfit.Benchmarks.Workloads;

/// <summary>
/// Random rows that fit a model and a loss. The targets are mostly noise, so that no contender gets to a loss of zero, where
/// gradients would become denormal numbers.
/// </summary>
internal static class SyntheticData
{
    public static Dataset For(ModelDescription model, Loss loss, int rows)
    {
        Random random = new(1);
        float Uniform(float least, float most) => float.Lerp(least, most, random.NextSingle());
        int targetWidth = loss.TargetWidth(model);
        float[] features = new float[rows * model.InputWidth];
        float[] targets = new float[rows * targetWidth];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = Uniform(-1, 1);
        }

        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = loss switch
            {
                SparseCategoricalCrossEntropy => random.Next(model.OutputWidth),
                BinaryCrossEntropy => random.Next(2),
                _ => features[i / targetWidth * model.InputWidth] + Uniform(-2, 2),
            };
        }

        return new Dataset(features, model.InputWidth, targets, targetWidth);
    }

    /// <summary>Rows to predict, [rows x input width].</summary>
    public static float[] Inputs(ModelDescription model, int rows) =>
        For(model, new MeanSquaredError(), rows).Features.ToArray();
}
