using Overfit.Tests.Losses;

namespace Overfit.Tests.Models;

/// <summary>
/// Compares the gradient of every parameter with a central difference of <see cref="ReferenceModel"/>.
/// </summary>
/// <remarks>
/// The difference has a step of 1e-6: double's rounding makes it wrong by about 1e-16 / 1e-6 = 1e-10, its third-order term by
/// 1e-12. Where a function has no derivative, neither side has one to compare: data is drawn anew until no number is closer to
/// a kink than 1e-4, a hundred times as far as a step reaches. The product's own rounding is 2^-24 for each operation, of at
/// most some hundred terms and a few layers, and grows with the reciprocal deviation where a batch is normalized: a few 1e-6 of
/// the largest entry of a tensor, and of the largest of all where a tensor's own gradient vanishes, as that of a bias in
/// front of batch normalization does.
/// </remarks>
internal static class GradientCheck
{
    private const double Step = 1e-6;
    private const double SafeDistance = 1e-4;
    private const double OfTensor = 1e-5;
    private const double OfAll = 5e-6;

    /// <summary>Checks one model with one loss and batch.</summary>
    /// <param name="loss">A name of <see cref="LossSample.Losses"/>.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="configure">Sets strengths and rates at run time.</param>
    public static void Run<TModel>(string loss, int rows, Action<TModel>? configure = null)
        where TModel : class, IModel<TModel> =>
        Run(LossSample.Losses[loss], LossSample.Draw(loss, rows, TModel.Description.OutputWidth).Targets, rows, configure);

    /// <summary>Checks one model with one loss and these targets.</summary>
    public static void Run<TModel>(Loss loss, float[] targets, int rows, Action<TModel>? configure = null)
        where TModel : class, IModel<TModel>
    {
        TModel model = TModel.Create(0);
        configure?.Invoke(model);
        DropoutRandom random = new(5, 3);
        ReferenceModel reference = new(TModel.Description, model.Layers, random);
        (double[] parameters, float[] inputs, double objective) = DrawAwayFromKinks(model, reference, targets, rows, loss);

        (double actualObjective, float[] actual) = Backpropagate(model, inputs, targets, rows, loss, random);

        Assert.InRange(actualObjective, objective - (1e-5 * (1 + objective)), objective + (1e-5 * (1 + objective)));
        double[] expected = new double[TModel.Description.TrainableCount];
        for (int i = 0; i < expected.Length; i++)
        {
            double value = parameters[i];
            parameters[i] = value + Step;
            double above = reference.Objective(parameters, inputs, targets, rows, loss);
            parameters[i] = value - Step;
            expected[i] = (above - reference.Objective(parameters, inputs, targets, rows, loss)) / (2 * Step);
            parameters[i] = value;
        }

        Compare(TModel.Description, expected, actual);
    }

    private static (double[] Parameters, float[] Inputs, double Objective) DrawAwayFromKinks<TModel>(
        TModel model, ReferenceModel reference, float[] targets, int rows, Loss loss)
        where TModel : class, IModel<TModel>
    {
        for (int seed = 1; seed <= 200; seed++)
        {
            Random random = new(seed);
            foreach (TensorDescription tensor in TModel.Description.Layers.SelectMany(layer => layer.Tensors))
            {
                float center = tensor.Name is "gamma" or "moving_variance" ? 1 : 0;
                float spread = tensor.Name == "kernel" ? 1.5f / MathF.Sqrt(tensor.Shape.Dimensions[0]) : 0.5f;
                foreach (ref float value in model.Parameters.Slice(tensor.Offset, tensor.Length))
                {
                    value = center + (spread * ((2 * random.NextSingle()) - 1));
                }
            }

            int values = rows * TModel.Description.InputWidth;
            float[] inputs = [.. Enumerable.Range(0, values).Select(_ => (3 * random.NextSingle()) - 1.5f)];
            double[] parameters = [.. model.Parameters.Span.ToArray().Select(value => (double)value)];
            double objective = reference.Objective(parameters, inputs, targets, rows, loss);
            if (reference.KinkDistance > SafeDistance)
            {
                return (parameters, inputs, objective);
            }
        }

        throw new InvalidOperationException($"No draw of {TModel.Description.Name} keeps away from kinks.");
    }

    private static (double Objective, float[] Gradients) Backpropagate<TModel>(
        TModel model, float[] inputs, float[] targets, int rows, Loss loss, DropoutRandom random)
        where TModel : class, IModel<TModel>
    {
        ModelDescription description = TModel.Description;
        bool readsLogits = loss.ReadsLogits(description);
        int scoresSlot = readsLogits ? description.LogitsSlot : description.OutputSlot;
        Workspace workspace = Workspace.ForTraining<TModel>(rows);
        float[] gradients = new float[description.TrainableCount];
        double objective = 0;

        // Twice, so that whatever a pass leaves behind is there when the next one begins.
        for (int pass = 0; pass < 2; pass++)
        {
            Array.Fill(gradients, float.NaN);
            TModel.ForwardTraining(model, inputs, rows, workspace, random, toLogits: false);
            Span<float> scores = workspace.Slot(scoresSlot, rows, description.OutputWidth);
            Span<float> gradient = workspace.Slot(description.OutputGradientSlot, rows, description.OutputWidth);
            double mean = loss.SumAndGradient(scores, targets, rows, gradient) / rows;
            objective = mean + TModel.Penalty(model) + workspace.ActivityPenalty;
            TModel.Backward(model, inputs, rows, workspace, gradients, readsLogits);
            TModel.AddPenaltyGradient(model, gradients);
        }

        return (objective, gradients);
    }

    private static void Compare(ModelDescription description, double[] expected, float[] actual)
    {
        double largestOfAll = expected.Max(Math.Abs);
        Assert.True(largestOfAll > 1e-3, $"{description.Name}: nothing to compare, the largest derivative is {largestOfAll}.");
        foreach (LayerDescription layer in description.Layers)
        {
            foreach (TensorDescription tensor in layer.Tensors.Where(tensor => tensor.IsTrainable))
            {
                int end = tensor.Offset + tensor.Length;
                double tolerance = (OfTensor * expected[tensor.Offset..end].Max(Math.Abs)) + (OfAll * largestOfAll);
                for (int i = tensor.Offset; i < end; i++)
                {
                    string place = $"{description.Name}, {layer.Name}.{tensor.Name}[{i - tensor.Offset}]";
                    Assert.True(
                        Math.Abs(actual[i] - expected[i]) <= tolerance,
                        $"{place}: {actual[i]} instead of {expected[i]} +- {tolerance}.");
                }
            }
        }
    }
}
