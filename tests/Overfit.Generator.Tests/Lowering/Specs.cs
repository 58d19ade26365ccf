using Overfit.Generator.Lowering;
using Overfit.Generator.Model;

namespace Overfit.Generator.Tests.Lowering;

/// <summary>Models as they would be read, made without a compiler.</summary>
internal static class Specs
{
    public static ModelSpec Spec(EquatableArray<int> inputShape, params EquatableArray<LayerSpec> layers) =>
        new("N", [], "partial class M", "M", "global::N.M", "N.M.g.cs", inputShape, layers, Taken: [], IsComplete: true);

    public static DenseSpec Dense(int units, string activation = "Linear", bool useBias = true, string? name = null) => new(
        name, units, ActivationFunction.Find(activation)!, useBias, "GlorotUniform", "Zeros", new(0, 0, 0, 0, 0, 0));

    public static ActivateSpec Activate(string activation) => new(null, ActivationFunction.Find(activation)!);

    public static BatchNormalizationSpec BatchNormalization(bool center = true, bool scale = true) => new(null, 0.99f, 1e-3f, center, scale);

    public static DropoutSpec Dropout() => new(null, 0.5f);

    /// <summary>The plan of a model without mistakes.</summary>
    public static ModelPlan Plan(EquatableArray<int> inputShape, params EquatableArray<LayerSpec> layers)
    {
        LoweringResult result = ModelLowering.Lower(Spec(inputShape, layers));
        Assert.Empty(result.Problems);
        return Assert.IsType<ModelPlan>(result.Plan);
    }
}
