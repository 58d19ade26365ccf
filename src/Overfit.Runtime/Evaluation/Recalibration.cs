namespace Overfit;

/// <summary>
/// Replaces batch normalization's moving statistics by the exact mean and variance (divided by n) of what reaches each layer
/// in inference mode, layer by layer from the front, so that each layer sees the layers in front of it recalibrated.
/// </summary>
public static class Recalibration
{
    private const int MostRowsAtOnce = 64;

    /// <summary>Recalibrates a model in place.</summary>
    /// <param name="model">A model; one without batch normalization is left as it is.</param>
    /// <param name="training">The part the model was trained on; never validation or test data.</param>
    /// <returns>How far the moving statistics were from the exact ones, for each batch normalization layer.</returns>
    /// <exception cref="ArgumentException">The rows have another number of features than the model takes.</exception>
    /// <exception cref="NotFiniteNumberException">Statistics are not finite floats; the model is left as it was.</exception>
    public static IReadOnlyList<StatisticsDistance> Recalibrate<TModel>(TModel model, Dataset training)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        InputWidth.Require(TModel.Description, training, "training part");
        int rows = Math.Min(Workspace.InferenceRows<TModel>(MostRowsAtOnce), training.Count);
        Workspace workspace = Workspace.ForInference<TModel>(rows);
        float[] before = model.Parameters.Span[TModel.Description.TrainableCount..].ToArray();
        List<StatisticsDistance> distances = [];
        int inputSlot = -1;
        for (int i = 0; i < model.Layers.Count; i++)
        {
            if (model.Layers[i] is BatchNormalizationLayer layer)
            {
                double[] mean = Mean(model, inputSlot, layer.Features, training, rows, workspace);
                double[] variance = Variance(model, inputSlot, mean, training, rows, workspace);
                if (!AreFloats(mean) || !AreFloats(variance))
                {
                    before.CopyTo(model.Parameters.Span[TModel.Description.TrainableCount..]);
                    throw new NotFiniteNumberException(
                        $"The exact statistics of what reaches layer '{layer.Name}' are not finite, so the model was left as it " +
                        "was. Standardize the features, or train anew with a lower learning rate.");
                }

                distances.Add(Distance(layer, mean, variance));
                Replace(layer, mean, variance);
            }

            int outputSlot = TModel.Description.Layers[i].OutputSlot;
            inputSlot = outputSlot < 0 ? inputSlot : outputSlot;
        }

        return distances;
    }

    private static double[] Mean<TModel>(
        TModel model, int inputSlot, int features, Dataset training, int rowsAtOnce, Workspace workspace)
        where TModel : class, IModel<TModel>
    {
        double[] sums = new double[features];
        for (int start = 0; start < training.Count; start += rowsAtOnce)
        {
            ReadOnlySpan<float> values = Reaching(model, inputSlot, features, training, start, rowsAtOnce, workspace);
            for (ReadOnlySpan<float> row = values; !row.IsEmpty; row = row[features..])
            {
                for (int feature = 0; feature < features; feature++)
                {
                    sums[feature] += row[feature];
                }
            }
        }

        return Array.ConvertAll(sums, sum => sum / training.Count);
    }

    private static double[] Variance<TModel>(
        TModel model, int inputSlot, double[] mean, Dataset training, int rowsAtOnce, Workspace workspace)
        where TModel : class, IModel<TModel>
    {
        double[] sums = new double[mean.Length];
        for (int start = 0; start < training.Count; start += rowsAtOnce)
        {
            ReadOnlySpan<float> values = Reaching(model, inputSlot, mean.Length, training, start, rowsAtOnce, workspace);
            for (ReadOnlySpan<float> row = values; !row.IsEmpty; row = row[mean.Length..])
            {
                for (int feature = 0; feature < mean.Length; feature++)
                {
                    double distance = row[feature] - mean[feature];
                    sums[feature] += distance * distance;
                }
            }
        }

        return Array.ConvertAll(sums, sum => sum / training.Count);
    }

    /// <summary>What reaches a layer in a piece of the rows: the model's inputs, or a slot after a forward pass.</summary>
    private static ReadOnlySpan<float> Reaching<TModel>(
        TModel model, int inputSlot, int features, Dataset training, int start, int rowsAtOnce, Workspace workspace)
        where TModel : class, IModel<TModel>
    {
        int rows = Math.Min(rowsAtOnce, training.Count - start);
        ReadOnlySpan<float> inputs = training.Features.Slice(start * training.FeatureCount, rows * training.FeatureCount);
        if (inputSlot < 0)
        {
            return inputs;
        }

        TModel.Forward(model, inputs, rows, workspace);
        return workspace.Slot(inputSlot, rows, features);
    }

    private static bool AreFloats(double[] values) => Array.TrueForAll(values, value => float.IsFinite((float)value));

    private static StatisticsDistance Distance(BatchNormalizationLayer layer, double[] mean, double[] variance)
    {
        double means = 0, deviations = 0;
        for (int feature = 0; feature < layer.Features; feature++)
        {
            double exact = variance[feature] + layer.Epsilon;
            double shift = layer.MovingMean[feature] - mean[feature];
            double ratio = 0.5 * Math.Log((layer.MovingVariance[feature] + layer.Epsilon) / exact);
            means += shift * shift / exact;
            deviations += ratio * ratio;
        }

        return new StatisticsDistance(layer.Name, Math.Sqrt(means / layer.Features), Math.Sqrt(deviations / layer.Features));
    }

    private static void Replace(BatchNormalizationLayer layer, double[] mean, double[] variance)
    {
        for (int feature = 0; feature < layer.Features; feature++)
        {
            layer.MovingMean[feature] = (float)mean[feature];
            layer.MovingVariance[feature] = (float)variance[feature];
        }
    }
}
