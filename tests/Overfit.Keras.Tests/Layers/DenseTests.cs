using Overfit.Kernels;

namespace Overfit.Keras.Layers;

/// <summary>Dense against Keras in float64: outputs and all gradients of sum(y * dy).</summary>
public sealed class DenseTests
{
    [Theory]
    [InlineData("dense-1x1x1")]
    [InlineData("dense-1x7x3")]
    [InlineData("dense-1x30x100")]
    [InlineData("dense-3x1x64")]
    [InlineData("dense-3x64x30")]
    [InlineData("dense-3x100x7")]
    [InlineData("dense-5x13x7")]
    [InlineData("dense-5x30x13")]
    [InlineData("dense-5x64x64")]
    [InlineData("dense-32x3x1")]
    [InlineData("dense-32x13x30")]
    [InlineData("dense-rank3")]
    [InlineData("dense-no-bias")]
    [InlineData("dense-linear")]
    [InlineData("dense-relu")]
    [InlineData("dense-leaky_relu")]
    [InlineData("dense-elu")]
    [InlineData("dense-gelu")]
    [InlineData("dense-silu")]
    [InlineData("dense-tanh")]
    [InlineData("dense-sigmoid")]
    [InlineData("dense-softplus")]
    [InlineData("dense-softmax")]
    public void OutputsAndGradientsAreThoseOfKeras(string name)
    {
        GoldenCase golden = new("layers", name);
        ActivationKernel activation = ActivationKernel.All[golden.Config.GetProperty("activation").GetString()!];

        (float[] y, float[] dKernel, float[] dBias, float[] dx) = Run(golden, activation, activityL2: 0);

        golden.Check("y", y);
        golden.Check("d_kernel", dKernel);
        golden.Check("dx", dx);
        if (dBias.Length > 0)
        {
            golden.Check("d_bias", dBias);
        }

    }

    [Theory]
    [InlineData("dense-relu")]
    [InlineData("dense-leaky_relu")]
    public void AFusedActivationHasTheBitsOfOneOfItsOwn(string name)
    {
        GoldenCase golden = new("layers", name);
        float[] x = golden.Tensors.Floats("x"), kernel = golden.Tensors.Floats("parameters/kernel"), bias = Bias(golden);
        (int inputs, int units) = (golden.Tensors.Shape("parameters/kernel")[0], golden.Tensors.Shape("parameters/kernel")[1]);
        int rows = golden.Rows("x");
        float[] fused = new float[rows * units];
        if (name == "dense-relu")
        {
            DenseKernel.Forward<ReLU>(ThreadTeam.Alone, rows, inputs, units, x, kernel, bias, fused);
        }
        else
        {
            DenseKernel.Forward<LeakyReLU>(ThreadTeam.Alone, rows, inputs, units, x, kernel, bias, fused);
        }

        ActivationKernel activation = ActivationKernel.All[golden.Config.GetProperty("activation").GetString()!];
        Assert.Equal(Run(golden, activation, activityL2: 0).Y, fused);
    }

    [Fact]
    public void TheActivityPenaltyIsDividedByTheRows()
    {
        GoldenCase golden = new("layers", "dense-activity-l2");
        const float Strength = 0.05f;

        (float[] y, float[] dKernel, float[] dBias, float[] dx) = Run(golden, ActivationKernel.All["relu"], Strength);

        golden.Check("y", y);
        golden.Check("penalty", [(float)ActivityPenaltyKernel.Value(y, golden.Rows("x"), 0, Strength)]);
        golden.Check("d_kernel", dKernel);
        golden.Check("d_bias", dBias);
        golden.Check("dx", dx);
    }

    [Fact]
    public void PenaltiesOnParametersAreNotDivided()
    {
        GoldenCase golden = new("layers", "dense-penalties");
        (float[] kernel, float[] bias) = (golden.Tensors.Floats("parameters/kernel"), Bias(golden));

        (float[] y, float[] dKernel, float[] dBias, float[] dx) = Run(golden, ActivationKernel.All["linear"], activityL2: 0);
        PenaltyKernel.AddGradient(kernel, 0.01f, 0.02f, dKernel);
        PenaltyKernel.AddGradient(bias, 0, 0.03f, dBias);

        golden.Check("y", y);
        golden.Check("penalty", [(float)(PenaltyKernel.Value(kernel, 0.01f, 0.02f) + PenaltyKernel.Value(bias, 0, 0.03f))]);
        golden.Check("d_kernel", dKernel);
        golden.Check("d_bias", dBias);
        golden.Check("dx", dx);
    }

    private static (float[] Y, float[] DKernel, float[] DBias, float[] DX) Run(
        GoldenCase golden, ActivationKernel activation, float activityL2)
    {
        (float[] x, float[] dy) = (golden.Tensors.Floats("x"), golden.Tensors.Floats("dy"));
        (float[] kernel, float[] bias) = (golden.Tensors.Floats("parameters/kernel"), Bias(golden));
        (int inputs, int units) = (golden.Tensors.Shape("parameters/kernel")[0], golden.Tensors.Shape("parameters/kernel")[1]);
        int rows = golden.Rows("x");
        float[] z = new float[rows * units], y = new float[z.Length], dz = new float[z.Length];
        float[] dKernel = new float[kernel.Length], dBias = new float[bias.Length], dx = new float[x.Length];

        DenseKernel.Forward<Linear>(ThreadTeam.Alone, rows, inputs, units, x, kernel, bias, z);
        activation.Forward(units, z, y);
        activation.Backward(units, z, y, dy, dz);
        if (activityL2 > 0)
        {
            ActivityPenaltyKernel.AddGradient<ReLU>(y, rows, 0, activityL2, dz);
        }

        DenseKernel.BackwardParameters(ThreadTeam.Alone, rows, inputs, units, x, dz, dKernel, dBias);
        DenseKernel.BackwardInputs<Linear>(ThreadTeam.Alone, rows, inputs, units, dz, kernel, new float[kernel.Length], x, dx);
        return (y, dKernel, dBias, dx);
    }

    private static float[] Bias(GoldenCase golden) =>
        golden.Tensors.Has("parameters/bias") ? golden.Tensors.Floats("parameters/bias") : [];
}
