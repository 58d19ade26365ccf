using Overfit.Benchmarks.Peers;
using Overfit.Benchmarks.Workloads;
using TorchSharp;
using static TorchSharp.torch;

namespace Overfit.Benchmarks.Torch;

/// <summary>Loss and gradient in TorchSharp, on batches that lie in memory as tensors of their own and take turns.</summary>
internal sealed class TorchGradient<TModel> : PreparedCall
    where TModel : class, IModel<TModel>
{
    private readonly Loss _loss;
    private readonly Tensor[] _inputs;
    private readonly Tensor[] _targets;
    private int _batch;

    public TorchGradient(Loss loss, int rows, int batches)
    {
        _loss = loss;
        Net = TorchNet.Of(TModel.Create(seed: 0), endsWithLogits: loss is CrossEntropy);
        Net.Module.train();
        Dataset data = SyntheticData.For(TModel.Description, loss, rows * batches);
        using Tensor inputs = tensor(data.Features.ToArray(), data.Count, data.FeatureCount);
        using Tensor targets = loss is SparseCategoricalCrossEntropy
            ? tensor(Array.ConvertAll(data.Targets.ToArray(), target => (long)target))
            : tensor(data.Targets.ToArray(), data.Count, data.TargetCount);
        _inputs = [.. inputs.split(rows).Select(batch => batch.clone())];
        _targets = [.. targets.split(rows).Select(batch => batch.clone())];
    }

    public TorchNet Net { get; }

    public override void Invoke()
    {
        using DisposeScope scope = NewDisposeScope();
        Net.Module.zero_grad();
        Backward();
    }

    /// <summary>Forward, loss and backward of the next batch; returns the loss. The caller disposes the tensors.</summary>
    public Tensor Backward()
    {
        Tensor loss = Loss(Net.Module.call(_inputs[_batch]), _targets[_batch]);
        loss.backward();
        _batch = (_batch + 1) % _inputs.Length;
        return loss;
    }

    public override void Dispose()
    {
        Net.Dispose();
        Array.ForEach([.. _inputs, .. _targets], batch => batch.Dispose());
    }

    private Tensor Loss(Tensor outputs, Tensor targets) => _loss switch
    {
        MeanSquaredError => nn.functional.mse_loss(outputs, targets),
        SparseCategoricalCrossEntropy => nn.functional.cross_entropy(outputs, targets),
        BinaryCrossEntropy => nn.functional.binary_cross_entropy_with_logits(outputs, targets),
        _ => throw new NotSupportedException($"{_loss.Name} is not translated"),
    };
}
