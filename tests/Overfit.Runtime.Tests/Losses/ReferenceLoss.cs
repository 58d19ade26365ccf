namespace Overfit.Tests.Losses;

/// <summary>Losses of one row as a textbook writes them: slow, in double, without regard to overflow.</summary>
internal static class ReferenceLoss
{
    /// <summary>The mean over rows of the row's loss.</summary>
    public static double Mean(Loss loss, double[] scores, float[] targets, int rows)
    {
        int width = scores.Length / rows;
        int targetWidth = targets.Length / rows;
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            double[] rowScores = scores[(row * width)..((row + 1) * width)];
            float[] rowTargets = targets[(row * targetWidth)..((row + 1) * targetWidth)];
            sum += OfRow(loss, rowScores, rowTargets);
        }

        return sum / rows;
    }

    /// <summary>The derivative of <see cref="Mean"/> by one score, as a central difference.</summary>
    public static double Slope(Loss loss, double[] scores, float[] targets, int rows, int index)
    {
        const double Step = 1e-5;
        double[] moved = [.. scores];
        moved[index] = scores[index] + Step;
        double above = Mean(loss, moved, targets, rows);
        moved[index] = scores[index] - Step;
        return (above - Mean(loss, moved, targets, rows)) / (2 * Step);
    }

    private static double OfRow(Loss loss, double[] scores, float[] targets) => loss switch
    {
        MeanSquaredError => scores.Zip(targets, (p, y) => Math.Pow(p - y, 2)).Average(),
        MeanAbsoluteError => scores.Zip(targets, (p, y) => Math.Abs(p - y)).Average(),
        Huber huber => scores.Zip(targets, (p, y) => Bend(Math.Abs(p - y), huber.Delta)).Average(),
        BinaryCrossEntropy binary => scores.Zip(targets, (z, y) => Binary(z, Smooth(y, binary.LabelSmoothing, 2))).Average(),
        CategoricalCrossEntropy soft => Softmax(scores)
            .Zip(targets, (p, y) => -Smooth(y, soft.LabelSmoothing, scores.Length) * Math.Log(p)).Sum(),
        SparseCategoricalCrossEntropy => -Math.Log(Softmax(scores)[(int)targets[0]]),
        _ => throw new NotSupportedException(loss.Name),
    };

    private static double Bend(double size, double delta) =>
        size <= delta ? size * size / 2 : (delta * size) - (delta * delta / 2);

    private static double Smooth(double target, double smoothing, int classes) =>
        (target * (1 - smoothing)) + (smoothing / classes);

    private static double Binary(double logit, double target)
    {
        double probability = 1 / (1 + Math.Exp(-logit));
        return -(target * Math.Log(probability)) - ((1 - target) * Math.Log(1 - probability));
    }

    private static double[] Softmax(double[] logits)
    {
        double[] exponentials = [.. logits.Select(Math.Exp)];
        double total = exponentials.Sum();
        return [.. exponentials.Select(value => value / total)];
    }
}
