using Overfit.Tests.Losses;

namespace Overfit.Tests.Models;

/// <summary>
/// What a model computes in a step of training, from its description alone: slow, in double, one value after the other. It
/// also knows how close a number came to a kink, where a function has no derivative.
/// </summary>
internal sealed class ReferenceModel(ModelDescription description, IReadOnlyList<Layer> layers, DropoutRandom random)
{
    /// <summary>Smallest distance from a kink in the latest pass.</summary>
    public double KinkDistance { get; private set; }

    /// <summary>Loss + penalties of one batch, in training mode.</summary>
    public double Objective(double[] parameters, float[] inputs, float[] targets, int rows, Loss loss)
    {
        KinkDistance = double.PositiveInfinity;
        double[] values = [.. inputs.Select(value => (double)value)];
        double[] logits = values;
        double penalty = 0;
        int dropouts = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            LayerDescription layer = description.Layers[i];
            int width = layer.OutputShape.Length;
            switch (layers[i])
            {
                case DenseLayer dense:
                    double[] kernel = Tensor(parameters, layer, "kernel"), bias = Tensor(parameters, layer, "bias");
                    logits = Product(values, kernel, bias, rows, width);
                    values = Activate(layer, logits);
                    penalty += Penalty(kernel, dense.KernelL1, dense.KernelL2) + Penalty(bias, dense.BiasL1, dense.BiasL2)
                        + (Penalty(values, dense.ActivityL1, dense.ActivityL2) / rows);
                    break;
                case ActivateLayer:
                    logits = values;
                    values = Activate(layer, values);
                    break;
                case BatchNormalizationLayer normalization:
                    double[] gamma = Tensor(parameters, layer, "gamma"), beta = Tensor(parameters, layer, "beta");
                    logits = values = Normalize(values, gamma, beta, normalization.Epsilon, rows, width);
                    break;
                case DropoutLayer dropout:
                    float[] mask = new float[values.Length];
                    random.FillMask(dropouts++, dropout.Rate, mask);
                    logits = values = [.. values.Zip(mask, (value, factor) => value * factor)];
                    break;
                default:
                    throw new NotSupportedException(layers[i].GetType().Name);
            }
        }

        double[] scores = loss.ReadsLogits(description) ? logits : values;
        if (loss is MeanAbsoluteError)
        {
            Near([.. scores.Zip(targets, (score, target) => score - target)]);
        }

        return ReferenceLoss.Mean(loss, scores, targets, rows) + penalty;
    }

    /// <summary>A tensor's values; empty where the layer has none of this name.</summary>
    private static double[] Tensor(double[] parameters, LayerDescription layer, string name) =>
        layer.Tensors.FirstOrDefault(tensor => tensor.Name == name) is { } tensor
            ? parameters[tensor.Offset..(tensor.Offset + tensor.Length)]
            : [];

    private static double[] Product(double[] x, double[] kernel, double[] bias, int rows, int units)
    {
        int inputs = x.Length / rows;
        double[] y = new double[rows * units];
        for (int i = 0; i < y.Length; i++)
        {
            int row = i / units, unit = i % units;
            double sum = bias.Length > 0 ? bias[unit] : 0;
            for (int input = 0; input < inputs; input++)
            {
                sum += x[(row * inputs) + input] * kernel[(input * units) + unit];
            }

            y[i] = sum;
        }

        return y;
    }

    private static double[] Normalize(double[] x, double[] gamma, double[] beta, double epsilon, int rows, int features)
    {
        double[] y = new double[x.Length];
        for (int feature = 0; feature < features; feature++)
        {
            double[] column = [.. Enumerable.Range(0, rows).Select(row => x[(row * features) + feature])];
            double mean = column.Average();
            double variance = column.Average(value => (value - mean) * (value - mean));
            double scale = (gamma.Length > 0 ? gamma[feature] : 1) / Math.Sqrt(variance + epsilon);
            for (int row = 0; row < rows; row++)
            {
                y[(row * features) + feature] = ((column[row] - mean) * scale) + (beta.Length > 0 ? beta[feature] : 0);
            }
        }

        return y;
    }

    private double[] Activate(LayerDescription layer, double[] x)
    {
        Activation activation = layer.Details.Length > 0 ? Enum.Parse<Activation>(layer.Details) : Activation.Linear;
        if (activation == Activation.Softmax)
        {
            return ReferenceActivation.Softmax(x, layer.OutputShape.Length);
        }

        if (activation is Activation.ReLU or Activation.LeakyReLU)
        {
            Near(x);
        }

        return [.. x.Select(value => ReferenceActivation.Value(activation, value))];
    }

    private double Penalty(double[] w, double l1, double l2)
    {
        if (l1 > 0)
        {
            Near(w);
        }

        return (l1 * w.Sum(Math.Abs)) + (l2 * w.Sum(value => value * value));
    }

    /// <summary>
    /// Kinks are at 0. A value that is exactly 0, such as what ReLU or dropout left, stays so when a parameter moves a little.
    /// </summary>
    private void Near(double[] values) =>
        KinkDistance = values.Where(value => value != 0).Select(Math.Abs).Append(KinkDistance).Min();
}
