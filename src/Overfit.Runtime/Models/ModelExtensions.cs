namespace Overfit;

/// <summary>What every model can do.</summary>
public static class ModelExtensions
{
    /// <summary>
    /// The outputs of any number of rows, in inference mode. Takes memory for each call; keep a <see cref="Predictor{TModel}"/>
    /// to predict row by row in a loop, or into memory of your own.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">[rows x input width].</param>
    /// <returns>[rows x output width].</returns>
    /// <exception cref="ArgumentException"><paramref name="inputs"/> is not a whole number of rows.</exception>
    public static float[] Predict<TModel>(this TModel model, params ReadOnlySpan<float> inputs)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        int rows = inputs.Length / TModel.Description.InputWidth;
        float[] outputs = new float[checked(rows * TModel.Description.OutputWidth)];
        Predictor<TModel>.ForOneCall(model, rows).Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>Prints layers, shapes and parameter counts to the console.</summary>
    /// <param name="model">The model.</param>
    public static void Summary<TModel>(this TModel model)
        where TModel : class, IModel<TModel> => model.Summary(Console.Out);

    /// <summary>Prints layers, shapes and parameter counts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="output">Where to print.</param>
    public static void Summary<TModel>(this TModel model, TextWriter output)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(TModel.Description.ToTable());
    }
}
