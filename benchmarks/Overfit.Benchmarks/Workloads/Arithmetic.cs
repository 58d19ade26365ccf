namespace Overfit.Benchmarks.Workloads;

/// <summary>
/// Operations of a perceptron's matrix products, a multiply-add counted as two; biases, activations, losses and updates are
/// not counted, though they take time.
/// </summary>
internal static class Arithmetic
{
    /// <summary>Forward: rows x inputs x units multiply-adds per layer.</summary>
    public static double Inference(int rows, params int[] widths) => 2.0 * rows * MultiplyAdds(widths).Sum();

    /// <summary>Forward, gradients of the kernels, and gradients of the inputs of all layers but the first.</summary>
    public static double Training(int rows, params int[] widths)
    {
        double[] layers = [.. MultiplyAdds(widths)];
        return 2.0 * rows * ((3 * layers.Sum()) - layers[0]);
    }

    /// <summary>Input width and units of the dense layers, which are the layers with products.</summary>
    public static int[] Widths(ModelDescription model) =>
        [model.InputWidth, .. model.Layers.Where(layer => layer.Kind == "Dense").Select(layer => layer.OutputShape.Length)];

    private static IEnumerable<double> MultiplyAdds(int[] widths) =>
        widths.Zip(widths[1..], (inputs, units) => (double)inputs * units);
}
