using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Workloads;
using TorchSharp;
using static TorchSharp.torch;

namespace Overfit.Benchmarks.Torch;

/// <summary>Inference in TorchSharp from a tensor to a tensor, without recording a gradient.</summary>
internal sealed class TorchPrediction<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly TorchNet _net;
    private readonly Tensor _inputs;

    public TorchPrediction(int rows)
    {
        TModel model = TModel.Create(seed: 0);
        _net = TorchNet.Of(model, endsWithLogits: false);
        _net.Module.eval();
        float[] inputs = SyntheticData.Inputs(TModel.Description, rows);
        _inputs = tensor(inputs, rows, TModel.Description.InputWidth);
        using IDisposable mode = inference_mode();
        using Tensor outputs = _net.Module.call(_inputs);
        Agreement.Require("TorchSharp", outputs.data<float>().ToArray(), model.Predict(inputs));
    }

    public override void Invoke()
    {
        using IDisposable mode = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        _net.Module.call(_inputs);
    }

    public override void Dispose()
    {
        _net.Dispose();
        _inputs.Dispose();
    }
}
