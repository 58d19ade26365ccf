namespace Overfit.Bits;

/// <summary>Made-up rows that a loss accepts; what they mean does not matter here.</summary>
internal static class Samples
{
    private const int Seed = 6;

    public static Dataset Draw(ModelDescription model, Loss loss, int rows)
    {
        RandomStream random = new(Seed, RandomPurpose.Splitting, rows);
        int width = loss.TargetWidth(model);
        float[] features = new float[rows * model.InputWidth];
        float[] targets = new float[rows * width];
        foreach (ref float feature in features.AsSpan())
        {
            feature = (4 * random.NextSingle()) - 2;
        }

        for (int row = 0; row < rows; row++)
        {
            DrawTarget(loss, targets.AsSpan(row * width, width), model.OutputWidth, random);
        }

        return new Dataset(features, model.InputWidth, targets, width);
    }

    private static void DrawTarget(Loss loss, Span<float> target, int outputs, RandomStream random)
    {
        switch (loss)
        {
            case SparseCategoricalCrossEntropy:
                target[0] = random.NextInt32(outputs);
                break;
            case CategoricalCrossEntropy:
                target[random.NextInt32(outputs)] += 0.75f;
                target[random.NextInt32(outputs)] += 0.25f;
                break;
            default:
                foreach (ref float value in target)
                {
                    value = random.NextSingle();
                }

                break;
        }
    }
}
