using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>Inference with memory that is kept: predicting allocates nothing.</summary>
/// <remarks>
/// For one thread at a time, since it computes in that memory; nothing checks this, for that would cost time in every call.
/// Threads that share a model, which none of them changes, take a predictor each.
/// </remarks>
/// <typeparam name="TModel">The model's type.</typeparam>
public sealed class Predictor<TModel>
    where TModel : class, IModel<TModel>
{
    /// <summary>Rows computed at once: enough to fill the kernels, few enough to stay in the cache.</summary>
    private const int MostRowsAtOnce = 64;

    private readonly TModel _model;
    private readonly Workspace _workspace;
    private readonly int _rowsAtOnce;

    /// <summary>A predictor for one model; later changes of the model's parameters are seen.</summary>
    /// <param name="model">The model.</param>
    public Predictor(TModel model)
        : this(model, ThreadTeam.Alone)
    {
    }

    /// <summary>A predictor whose work a team shares.</summary>
    internal Predictor(TModel model, ThreadTeam team)
        : this(model, Workspace.ForInference<TModel>(Workspace.InferenceRows<TModel>(MostRowsAtOnce), team))
    {
    }

    private Predictor(TModel model, Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _workspace = workspace;
        _rowsAtOnce = Math.Min(MostRowsAtOnce, workspace.Capacity);
    }

    /// <summary>The outputs of any number of rows.</summary>
    /// <param name="inputs">[rows x input width].</param>
    /// <param name="outputs">[rows x output width], overwritten.</param>
    /// <exception cref="ArgumentException">The lengths are not those of a whole number of rows.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int inputWidth = TModel.Description.InputWidth, outputWidth = TModel.Description.OutputWidth;
        int rows = inputs.Length / inputWidth;
        if (inputs.Length % inputWidth != 0)
        {
            throw new ArgumentException(
                $"{TModel.Description.Name} takes rows of {inputWidth} inputs; received {inputs.Length}. Pass whole rows.", nameof(inputs));
        }

        if (outputs.Length != (long)rows * outputWidth)
        {
            throw new ArgumentException(
                $"{TModel.Description.Name} gives {rows} rows of {outputWidth} outputs for {inputs.Length} inputs; there is room for " +
                $"{outputs.Length}. Pass as much room as there are outputs.",
                nameof(outputs));
        }

        for (int start = 0; start < rows; start += _rowsAtOnce)
        {
            int count = Math.Min(_rowsAtOnce, rows - start);
            Forward(inputs.Slice(start * inputWidth, count * inputWidth), count);
            Slot(TModel.Description.OutputSlot, count).CopyTo(outputs[(start * outputWidth)..]);
        }
    }

    /// <summary>A predictor for these many rows that is thrown away.</summary>
    internal static Predictor<TModel> ForOneCall(TModel model, int rows) =>
        new(model, Workspace.ForOneCall<TModel>(Workspace.InferenceRows<TModel>(Math.Clamp(rows, 1, MostRowsAtOnce))));

    /// <summary>Measures the model: one pass over the data in inference mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal SplitRecord Evaluate(Dataset data, Loss loss, IReadOnlyList<Metric> metrics)
    {
        int outputWidth = TModel.Description.OutputWidth;
        int scoresSlot = loss.ReadsLogits(TModel.Description) ? TModel.Description.LogitsSlot : TModel.Description.OutputSlot;
        bool isMeasured = metrics.Count > 0;
        float[] outputs = isMeasured ? new float[checked(data.Count * outputWidth)] : [];
        double sum = 0, activity = 0;
        for (int start = 0; start < data.Count; start += _rowsAtOnce)
        {
            int count = Math.Min(_rowsAtOnce, data.Count - start);
            Forward(data.Features.Slice(start * data.FeatureCount, count * data.FeatureCount), count);
            sum += loss.Sum(Slot(scoresSlot, count), data.Targets.Slice(start * data.TargetCount, count * data.TargetCount), count);
            activity += _workspace.ActivityPenalty * count;
            if (isMeasured)
            {
                Slot(TModel.Description.OutputSlot, count).CopyTo(outputs.AsSpan(start * outputWidth));
            }
        }

        return new SplitRecord(
            sum / data.Count,
            TModel.Penalty(_model) + (activity / data.Count),
            isMeasured ? Measure(metrics, outputs, data) : []);
    }

    private static ImmutableArray<double> Measure(IReadOnlyList<Metric> metrics, float[] outputs, Dataset data) =>
        [.. metrics.Select(metric => metric.Evaluate(outputs, data.Targets, data.Count))];

    /// <summary>Computes rows, at most as many as fit at once.</summary>
    private void Forward(ReadOnlySpan<float> inputs, int rows) => TModel.Forward(_model, inputs, rows, _workspace);

    /// <summary>The logits or outputs of the rows computed last.</summary>
    private Span<float> Slot(int offset, int rows) => _workspace.Slot(offset, rows, TModel.Description.OutputWidth);
}
