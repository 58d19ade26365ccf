namespace Overfit;

/// <summary>
/// Replaces batch normalization's moving statistics by the exact mean and variance (divided by n) of what reaches each layer
/// in inference mode, layer by layer from the front, so that each layer sees the layers in front of it recalibrated.
/// </summary>
public static class Recalibration
{
    private const int RowsAtOnce = 64;

    /// <summary>Recalibrates a model in place.</summary>
    /// <param name="model">A model; one without batch normalization is left as it is.</param>
    /// <param name="training">The part the model was trained on; never validation or test data.</param>
    /// <returns>How far the moving statistics were from the exact ones, for each batch normalization layer.</returns>
    public static IReadOnlyList<StatisticsDistance> Recalibrate<TModel>(TModel model, Dataset training)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        Workspace workspace = Workspace.ForInference<TModel>(RowsAtOnce);
        List<StatisticsDistance> distances = [];
        int inputSlot = -1;
        for (int i = 0; i < model.Layers.Count; i++)
        {
            if (model.Layers[i] is BatchNormalizationLayer layer)
            {
                distances.Add(Recalibrate(model, layer, inputSlot, training, workspace));
            }

            int outputSlot = TModel.Description.Layers[i].OutputSlot;
            inputSlot = outputSlot < 0 ? inputSlot : outputSlot;
        }

        return distances;
    }

    private static StatisticsDistance Recalibrate<TModel>(
        TModel model, BatchNormalizationLayer layer, int inputSlot, Dataset training, Workspace workspace)
        where TModel : class, IModel<TModel>
    {
        double[] mean = new double[layer.Features];
        AddOverRows(model, inputSlot, training, workspace, mean, static (sum, value, _) => sum + value, mean);
        for (int feature = 0; feature < mean.Length; feature++)
        {
            mean[feature] /= training.Count;
        }

        double[] variance = new double[layer.Features];
        AddOverRows(
            model,
            inputSlot,
            training,
            workspace,
            variance,
            static (sum, value, mean) => sum + ((value - mean) * (value - mean)),
            mean);
        double meanDistance = 0, deviationDistance = 0;
        for (int feature = 0; feature < variance.Length; feature++)
        {
            variance[feature] /= training.Count;
            double exact = variance[feature] + layer.Epsilon;
            double shift = layer.MovingMean[feature] - mean[feature];
            double ratio = 0.5 * Math.Log((layer.MovingVariance[feature] + layer.Epsilon) / exact);
            meanDistance += shift * shift / exact;
            deviationDistance += ratio * ratio;
            layer.MovingMean[feature] = (float)mean[feature];
            layer.MovingVariance[feature] = (float)variance[feature];
        }

        return new StatisticsDistance(
            layer.Name, Math.Sqrt(meanDistance / layer.Features), Math.Sqrt(deviationDistance / layer.Features));
    }

    /// <summary>Runs all rows forward and folds what reaches the layer into one number for each feature.</summary>
    private static void AddOverRows<TModel>(
        TModel model,
        int inputSlot,
        Dataset training,
        Workspace workspace,
        double[] sums,
        Func<double, float, double, double> fold,
        double[] means)
        where TModel : class, IModel<TModel>
    {
        for (int start = 0; start < training.Count; start += RowsAtOnce)
        {
            int rows = Math.Min(RowsAtOnce, training.Count - start);
            ReadOnlySpan<float> inputs = training.Features.Slice(start * training.FeatureCount, rows * training.FeatureCount);
            ReadOnlySpan<float> values = inputs;
            if (inputSlot >= 0)
            {
                TModel.Forward(model, inputs, rows, workspace);
                values = workspace.Slot(inputSlot, rows, sums.Length);
            }

            for (int i = 0; i < values.Length; i++)
            {
                int feature = i % sums.Length;
                sums[feature] = fold(sums[feature], values[i], means[feature]);
            }
        }
    }
}
