using Overfit.Benchmarks.Peers;
using TorchSharp;
using static TorchSharp.torch;

namespace Overfit.Benchmarks.Torch;

/// <summary>A training step in TorchSharp: the loop of its tutorials, without reading the loss back.</summary>
internal sealed class TorchStep<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly TorchGradient<TModel> _gradient;
    private readonly optim.Optimizer _optimizer;

    public TorchStep(Loss loss, int rows, int batches)
    {
        _gradient = new TorchGradient<TModel>(loss, rows, batches);
        _optimizer = _gradient.Net.CreateAdam();
    }

    public override void Invoke()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        _gradient.Backward();
        _optimizer.step();
    }

    public override void Dispose()
    {
        _optimizer.Dispose();
        _gradient.Dispose();
    }
}
