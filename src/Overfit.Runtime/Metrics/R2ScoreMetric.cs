namespace Overfit;

/// <summary>The metric of <see cref="Metric.R2Score"/>.</summary>
internal sealed class R2ScoreMetric : Metric
{
    public override string Name => "r2_score";

    public override double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows)
    {
        int width = outputs.Length / rows;
        double sum = 0;
        for (int column = 0; column < width; column++)
        {
            double score = 1 - Unexplained(outputs, targets, column, width);
            sum += double.IsInfinity(score) ? 0 : score;
        }

        return sum / width;
    }

    /// <summary>Squared errors of one output over squared distances of its targets from their mean.</summary>
    private static double Unexplained(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int column, int width)
    {
        double sum = 0;
        int rows = 0;
        for (int i = column; i < targets.Length; i += width, rows++)
        {
            sum += targets[i];
        }

        // In two passes: the difference of two large sums would lose targets that lie far from 0.
        double mean = sum / rows;
        double squaredErrors = 0;
        double squaredDistances = 0;
        for (int i = column; i < targets.Length; i += width)
        {
            double error = (double)outputs[i] - targets[i];
            double distance = targets[i] - mean;
            squaredErrors += error * error;
            squaredDistances += distance * distance;
        }

        return squaredErrors / squaredDistances;
    }
}
