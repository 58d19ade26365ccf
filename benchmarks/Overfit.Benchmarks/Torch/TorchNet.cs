using Overfit.Benchmarks.Workloads;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using TorchAdam = TorchSharp.Modules.Adam;

namespace Overfit.Benchmarks.Torch;

/// <summary>The same network with the same parameters in TorchSharp: a <c>Sequential</c>, as its users write it.</summary>
internal sealed class TorchNet : IDisposable
{
    private readonly Sequential _sequence;
    private readonly List<TorchAdam.ParamGroup> _groups = [];

    private TorchNet(IReadOnlyList<WrittenLayer> layers, bool endsWithLogits)
    {
        TorchLibrary.Require();
        List<Module<Tensor, Tensor>> modules = [];
        foreach ((LayerAttribute attribute, Layer layer) in layers)
        {
            switch (attribute)
            {
                case DenseAttribute dense:
                    modules.Add(Dense((DenseLayer)layer, dense.KernelL2));
                    modules.AddRange(Function(dense.Activation));
                    break;
                case BatchNormalizationAttribute normalization:
                    modules.Add(Normalization((BatchNormalizationLayer)layer, normalization));
                    break;
                case DropoutAttribute dropout:
                    modules.Add(Dropout(dropout.Rate));
                    break;
                case ActivateAttribute activate:
                    modules.AddRange(Function(activate.Activation));
                    break;
                default:
                    throw new NotSupportedException($"cannot run: {attribute.GetType().Name} is not translated");
            }
        }

        if (endsWithLogits)
        {
            modules.RemoveAt(modules.Count - 1);
        }

        _sequence = Sequential(modules);
    }

    /// <param name="model">Whose parameters are copied.</param>
    /// <param name="endsWithLogits">Without the last activation, which the loss then contains.</param>
    public static TorchNet Of<TModel>(TModel model, bool endsWithLogits)
        where TModel : class, IModel<TModel> => new(WrittenLayer.Of(model), endsWithLogits);

    public Module<Tensor, Tensor> Module => _sequence;

    /// <summary>
    /// Adam with Overfit's settings. TorchSharp 0.107 has neither PyTorch's fused nor its foreach form. L2 is its weight
    /// decay, which adds the penalty's gradient without computing the penalty.
    /// </summary>
    public optim.Optimizer CreateAdam() => optim.Adam(_groups, lr: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-7);

    public void Dispose() => _sequence.Dispose();

    private Linear Dense(DenseLayer layer, double l2)
    {
        using Tensor kernel = tensor(layer.Kernel.ToArray(), layer.Inputs, layer.Units);
        using Tensor transposed = kernel.t();
        Parameter weight = new(transposed.contiguous()), bias = new(tensor(layer.Bias.ToArray()));

        // The penalty is l2 * sum w^2; weight decay adds its factor times w to the gradient.
        AddGroup(2 * l2, weight);
        AddGroup(0, bias);
        return Linear(weight, bias);
    }

    private BatchNorm1d Normalization(BatchNormalizationLayer layer, BatchNormalizationAttribute written)
    {
        BatchNorm1d module = BatchNorm1d(layer.Features, written.Epsilon, 1 - written.Momentum);
        AddGroup(0, [.. module.parameters()]);
        return module;
    }

    private void AddGroup(double weightDecay, params Parameter[] parameters) => _groups.Add(
        new TorchAdam.ParamGroup(parameters, lr: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-7, weight_decay: weightDecay));

    private static IEnumerable<Module<Tensor, Tensor>> Function(Activation activation) => activation switch
    {
        Activation.Linear => [],
        Activation.ReLU => [ReLU()],
        Activation.Tanh => [Tanh()],
        Activation.Sigmoid => [Sigmoid()],
        Activation.Softmax => [Softmax(1)],
        _ => throw new NotSupportedException($"cannot run: {activation} is not translated"),
    };
}
