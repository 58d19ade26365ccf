using Microsoft.ML.OnnxRuntime;
using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Workloads;

namespace Overfit.Benchmarks.Onnx;

/// <summary>Inference in ONNX Runtime on one thread, in its fastest form: inputs and outputs bound to memory once.</summary>
internal sealed class OnnxPrediction<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly SessionOptions _options = new()
    {
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
    };

    private readonly RunOptions _run = new();
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly OrtValue _inputs;
    private readonly OrtValue _outputs;

    public OnnxPrediction(int rows)
    {
        TModel model = TModel.Create(seed: 0);
        _session = new InferenceSession(OnnxModel.Of(model, rows), _options);
        float[] inputs = SyntheticData.Inputs(TModel.Description, rows);
        float[] outputs = new float[rows * TModel.Description.OutputWidth];
        _inputs = OrtValue.CreateTensorValueFromMemory(inputs, [rows, TModel.Description.InputWidth]);
        _outputs = OrtValue.CreateTensorValueFromMemory(outputs, [rows, TModel.Description.OutputWidth]);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModel.Input, _inputs);
        _binding.BindOutput(OnnxModel.Output, _outputs);
        Invoke();
        Agreement.Require("ONNX Runtime", outputs, model.Predict(inputs));
    }

    public override void Invoke() => _session.RunWithBinding(_run, _binding);

    public override void Dispose()
    {
        _binding.Dispose();
        _inputs.Dispose();
        _outputs.Dispose();
        _session.Dispose();
        _run.Dispose();
        _options.Dispose();
    }
}
