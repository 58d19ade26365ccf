using Overfit.Generator.Lowering;
using Overfit.Generator.Model;

namespace Overfit.Generator.Emission;

/// <summary>How a layer appears as a member of the model: what it is in words, and how it is made.</summary>
internal static class LayerEmitter
{
    /// <summary>What shapes the layer beside its kind and its widths; part of the model's fingerprint.</summary>
    public static string Details(LayerSpec spec) => spec switch
    {
        DenseSpec dense when dense.Activation != ActivationFunction.Linear => dense.Activation.Name,
        ActivateSpec activate => activate.Activation.Name,
        _ => "",
    };

    /// <summary>The expression that makes the layer over the model's parameters.</summary>
    public static string Construction(ModelPlan plan, LayerPlan layer)
    {
        string start = $"new global::Overfit.{layer.Spec.Kind}Layer({Literal.Of(layer.Name)}";
        return layer.Spec switch
        {
            DenseSpec dense => $"{start}, Parameters, inputs: {layer.InputShape[0]}, units: {dense.Units}, {Offsets(plan, layer, "kernel", "bias")}) {Settings(dense.Strengths)}",
            BatchNormalizationSpec normalization => $"{start}, Parameters, features: {layer.InputShape[0]}, {Offsets(plan, layer, "gamma", "beta", "moving_mean", "moving_variance")}) {{ Momentum = {Literal.Of(normalization.Momentum)}, Epsilon = {Literal.Of(normalization.Epsilon)} }}",
            DropoutSpec dropout => $"{start}) {{ Rate = {Literal.Of(dropout.Rate)} }}",
            _ => $"{start})",
        };
    }

    private static string Offsets(ModelPlan plan, LayerPlan layer, params string[] names) => string.Join(", ", names.Select(name =>
    {
        Tensor? tensor = layer.Tensors.FirstOrDefault(tensor => tensor.Name == name);
        return $"{Identifier.Camel(Identifier.Pascal(name))}Offset: {Literal.Of(tensor is null ? -1 : plan.OffsetOf(tensor))}";
    }));

    private static string Settings(DenseStrengths strengths)
    {
        (string Name, float Value)[] all =
        [
            ("KernelL1", strengths.KernelL1), ("KernelL2", strengths.KernelL2), ("BiasL1", strengths.BiasL1),
            ("BiasL2", strengths.BiasL2), ("ActivityL1", strengths.ActivityL1), ("ActivityL2", strengths.ActivityL2),
        ];
        string[] set = [.. all.Where(static setting => setting.Value != 0).Select(static setting => $"{setting.Name} = {Literal.Of(setting.Value)}")];
        return set.Length == 0 ? "" : $"{{ {string.Join(", ", set)} }}";
    }
}
