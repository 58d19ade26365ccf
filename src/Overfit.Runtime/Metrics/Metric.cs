namespace Overfit;

/// <summary>
/// A number that is reported beside the loss, over all rows of a split, in inference mode. The metrics that come with the
/// library are made by the methods here, since some share their name with a loss; a metric of one's own derives from this
/// class. A metric holds settings only, so one instance serves any number of models and threads.
/// </summary>
public abstract class Metric
{
    /// <summary>The metric's name in tables and logs, in Keras's spelling, such as <c>mae</c>.</summary>
    public abstract string Name { get; }

    /// <summary><c>mae</c>: mean over rows and outputs of |output - target|, in units of the target.</summary>
    public static Metric MeanAbsoluteError() => new MeanAbsoluteErrorMetric();

    /// <summary><c>rmse</c>: root of the mean over rows and outputs of (output - target)^2, in units of the target.</summary>
    public static Metric RootMeanSquaredError() => new RootMeanSquaredErrorMetric();

    /// <summary>
    /// <c>r2_score</c>: 1 - (sum of squared errors) / (sum of squared distances from the targets' mean), mean over the
    /// outputs. 1 is perfect, 0 is as good as the mean of the targets. An output whose targets are all equal counts 0, or
    /// makes the score NaN where it is met exactly, as in Keras.
    /// </summary>
    public static Metric R2Score() => new R2ScoreMetric();

    /// <summary>
    /// <c>binary_accuracy</c>: share of the outputs on the right side of the threshold: above it, strictly, where the target
    /// is 1, and not above it where the target is 0.
    /// </summary>
    /// <param name="threshold">
    /// In units of the output; finite. Default 0.5, for probabilities; for a model whose outputs are logits use 0, which is
    /// where the probability is one half.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is not finite.</exception>
    public static Metric BinaryAccuracy(float threshold = 0.5f) => new BinaryAccuracyMetric(threshold);

    /// <summary>
    /// <c>categorical_accuracy</c>: share of the rows whose largest output is at the place of the largest target; the first
    /// of equals.
    /// </summary>
    public static Metric CategoricalAccuracy() => new CategoricalAccuracyMetric();

    /// <summary>
    /// <c>sparse_categorical_accuracy</c>: share of the rows whose largest output, the first of equals, is at the place that
    /// the target numbers, from 0.
    /// </summary>
    public static Metric SparseCategoricalAccuracy() => new SparseCategoricalAccuracyMetric();

    /// <summary>
    /// Why the metric cannot be computed for the model and what to do about it; null where it can. Default: there are as many
    /// targets as outputs.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="targetWidth">Floats in one row of targets.</param>
    public virtual string? Misfit(ModelDescription model, int targetWidth)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.OutputWidth == targetWidth
            ? null
            : $"Metric {Name} needs a target for each output; outputs of {model.Name}: {model.OutputWidth}, targets in a row " +
                $"of the data: {targetWidth}. Change the last layer or the targets.";
    }

    /// <summary>
    /// Why a row of targets cannot be one of this metric, such as one that no output could match, and what to do about it;
    /// null where it can. Default: any can.
    /// </summary>
    /// <param name="target">[target width].</param>
    public virtual string? Misfit(ReadOnlySpan<float> target) => null;

    /// <summary>The metric over all rows.</summary>
    /// <param name="outputs">[rows x outputs], after the output activation.</param>
    /// <param name="targets">[rows x target width].</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    public abstract double Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int rows);

    /// <summary>The name and the settings, where there are some.</summary>
    public override string ToString() => Name;
}
