using System.Runtime.InteropServices;
using Overfit.Benchmarks.Workloads;

namespace Overfit.Benchmarks.Onnx;

/// <summary>The same network with the same parameters as an ONNX file in memory. Field numbers are those of onnx.proto.</summary>
internal sealed class OnnxModel
{
    public const string Input = "inputs", Output = "outputs";

    private const int IrVersion = 8, OperatorSet = 17, Float = 1, FloatAttribute = 1, IntegerAttribute = 2;

    private readonly ProtobufMessage _graph = new ProtobufMessage().Add(2, "net");
    private readonly List<ProtobufMessage> _nodes = [];
    private int _tensors;

    private OnnxModel()
    {
    }

    public static byte[] Of<TModel>(TModel model, int rows)
        where TModel : class, IModel<TModel>
    {
        OnnxModel onnx = new();
        foreach ((LayerAttribute attribute, Layer layer) in WrittenLayer.Of(model))
        {
            onnx.Append(attribute, layer);
        }

        for (int i = 0; i < onnx._nodes.Count; i++)
        {
            onnx._graph.Add(1, onnx._nodes[i].Add(2, i + 1 < onnx._nodes.Count ? ValueName(i) : Output));
        }

        onnx._graph.Add(11, Value(Input, rows, TModel.Description.InputWidth));
        onnx._graph.Add(12, Value(Output, rows, TModel.Description.OutputWidth));
        return new ProtobufMessage()
            .Add(1, IrVersion)
            .Add(7, onnx._graph)
            .Add(8, new ProtobufMessage().Add(1, "").Add(2, OperatorSet))
            .ToArray();
    }

    private void Append(LayerAttribute attribute, Layer layer)
    {
        switch (attribute)
        {
            case DenseAttribute written:
                DenseLayer dense = (DenseLayer)layer;
                Append("Gemm", [], Tensor(dense.Kernel, dense.Inputs, dense.Units), Tensor(dense.Bias, dense.Units));
                Append(written.Activation);
                break;
            case BatchNormalizationAttribute:
                BatchNormalizationLayer normalization = (BatchNormalizationLayer)layer;
                int features = normalization.Features;
                Append(
                    "BatchNormalization",
                    [new ProtobufMessage().Add(1, "epsilon").Add(2, normalization.Epsilon).Add(20, FloatAttribute)],
                    Tensor(normalization.Gamma, features),
                    Tensor(normalization.Beta, features),
                    Tensor(normalization.MovingMean, features),
                    Tensor(normalization.MovingVariance, features));
                break;
            case ActivateAttribute written:
                Append(written.Activation);
                break;
            case DropoutAttribute:
                break;
            default:
                throw new NotSupportedException($"{attribute.GetType().Name} is not translated");
        }
    }

    private void Append(Activation activation)
    {
        switch (activation)
        {
            case Activation.Linear:
                break;
            case Activation.ReLU:
                Append("Relu", []);
                break;
            case Activation.Tanh or Activation.Sigmoid:
                Append(activation.ToString(), []);
                break;
            case Activation.Softmax:
                Append("Softmax", [new ProtobufMessage().Add(1, "axis").Add(3, 1).Add(20, IntegerAttribute)]);
                break;
            default:
                throw new NotSupportedException($"{activation} is not translated");
        }
    }

    /// <summary>A node that reads what the last one wrote; its output is named when it is known whether it is the last.</summary>
    private void Append(string operation, ProtobufMessage[] attributes, params string[] parameters)
    {
        ProtobufMessage node = new ProtobufMessage().Add(1, _nodes.Count > 0 ? ValueName(_nodes.Count - 1) : Input);
        Array.ForEach(parameters, parameter => node.Add(1, parameter));
        node.Add(4, operation);
        Array.ForEach(attributes, attribute => node.Add(5, attribute));
        _nodes.Add(node);
    }

    /// <summary>Adds constant values; returns their name.</summary>
    private string Tensor(ReadOnlySpan<float> values, params int[] shape)
    {
        string name = $"parameter{_tensors++}";
        ProtobufMessage tensor = new();
        Array.ForEach(shape, dimension => tensor.Add(1, dimension));
        _graph.Add(5, tensor.Add(2, Float).Add(8, name).Add(9, MemoryMarshal.AsBytes(values)));
        return name;
    }

    private static string ValueName(int node) => $"value{node}";

    private static ProtobufMessage Value(string name, params int[] shape)
    {
        ProtobufMessage dimensions = new();
        Array.ForEach(shape, dimension => dimensions.Add(1, new ProtobufMessage().Add(1, dimension)));
        ProtobufMessage tensor = new ProtobufMessage().Add(1, Float).Add(2, dimensions);
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, tensor));
    }
}
